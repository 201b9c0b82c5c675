// The template compiler writes every source anew, also those that stay as they are; a source with a
// new time makes the compiler compile everything. What is as it was gets its time back.
import java.security.MessageDigest

def sources = new File(project.build.directory, 'generated-sources/jte')
def known = new File(project.build.directory, 'generated-sources/jte-times.properties')
def before = new Properties()
if (known.exists()) known.withReader('UTF-8') { before.load(it) }

def after = new Properties()
if (sources.exists()) {
    sources.eachFileRecurse(groovy.io.FileType.FILES) { file ->
        def name = sources.toPath().relativize(file.toPath()).toString()
        def hash = MessageDigest.getInstance('SHA-256').digest(file.bytes).encodeHex().toString()
        def last = before.getProperty(name)?.tokenize(' ')
        if (last && last[0] == hash) file.setLastModified(last[1] as long)
        after.setProperty(name, "$hash ${file.lastModified()}".toString())
    }
}
known.parentFile.mkdirs()
known.withWriter('UTF-8') { after.store(it, null) }
