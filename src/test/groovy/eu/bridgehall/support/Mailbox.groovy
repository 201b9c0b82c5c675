package eu.bridgehall.support

import eu.bridgehall.platform.DataFolder
import io.micronaut.runtime.server.EmbeddedServer
import jakarta.mail.Session
import jakarta.mail.internet.MimeMessage
import jakarta.mail.internet.MimeMultipart
import spock.util.concurrent.PollingConditions

import java.nio.file.Files
import java.nio.file.Path

/** The mails that the service has written to files, as their readers get them. */
class Mailbox {
    private static final double LONGEST_WAIT_SECONDS = 20
    private final EmbeddedServer server

    Mailbox(EmbeddedServer server) { this.server = server }

    /** The mails for an address so far, oldest first. */
    List<Mail> to(String address) {
        Path folder = server.applicationContext.getBean(DataFolder).folder('mail')
        def files = Files.list(folder).withCloseable { it.toList() }
        files.findAll { it.toString().endsWith('.eml') }
                .sort { it.fileName.toString() }
                .collect { file -> Files.newInputStream(file).withCloseable { new Mail(new MimeMessage(null as Session, it)) } }
                .findAll { it.to.equalsIgnoreCase(address) }
    }

    /** The next mail for an address after those already seen; waits for it. */
    Mail await(String address, int number = 1) {
        new PollingConditions(timeout: LONGEST_WAIT_SECONDS, delay: 0.05).eventually {
            assert to(address).size() >= number
        }
        to(address)[number - 1]
    }

    static class Mail {
        final String to
        final String subject
        final String language
        final String messageId
        final String text
        final String html

        Mail(MimeMessage message) {
            to = message.allRecipients[0].toString()
            subject = message.subject
            language = message.getHeader('Content-Language', null)
            messageId = message.messageID
            def parts = message.content as MimeMultipart
            text = parts.getBodyPart(0).content as String
            html = parts.getBodyPart(1).content as String
        }

        /** The token of the mail's link. */
        String getToken() {
            def found = text =~ /#token=([A-Za-z0-9_-]+)/
            found.find() ? found.group(1) : null
        }
    }
}
