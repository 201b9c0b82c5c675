package eu.bridgehall.moderation

import eu.bridgehall.support.QueuedMails
import io.micronaut.test.extensions.spock.annotation.MicronautTest

/** What one person had suspended before that took a decision. */
@MicronautTest(transactional = false)
class FormerProfileSuspensionSpec extends DecisionCase {
    static final String MIGRATION = '/db/migration/V0240__profile_changes_by_decision.sql'

    void "it becomes a decision of which those concerned are told by a statement, and against which they appeal"() {
        given:
        def mails = new QueuedMails(people, '^(decision-made|profile-suspended)$', 'decision-mails')
        people.sql("update authority_profile set status = 'SUSPENDED', suspended_from = 'CONFIRMED', version = version + 1 where id = ?", [lviv.id])
        people.sql("""insert into profile_change (profile, version, at, person_id, acted_as, action, from_status, to_status, reasons, text)
            select id, version, now(), ?, 'association', 'suspend', 'CONFIRMED', 'SUSPENDED', '{content}', 'Advertising.'
              from authority_profile where id = ?""", [moderator.id, lviv.id])
        [lviv.owner, lyon.owner].each {
            people.sql("""insert into notice (id, person_id, kind, subject, number, link_path, at)
                values (gen_random_uuid(), ?, 'profile-suspended', ?, 1, '/manage/x', now())""", [it.id, lviv.id])
            people.sql("""insert into mail (id, recipient, language, kind, link_path, next_attempt, message_id, created_at)
                values (gen_random_uuid(), ?, 'en', 'profile-suspended', '/manage/x', now() + interval '1 day', gen_random_uuid()::text, now())""", [it.email])
        }

        when:
        def sql = getClass().getResource(MIGRATION).text
        def conversion = sql.substring(sql.indexOf('with suspended'), sql.indexOf('-- What the transparency report'))
        people.asOwner("alter table moderation_decision alter column origin set default 'OWN'; $conversion; alter table moderation_decision alter column origin drop default".toString())
        def made = lviv.owner.api.get('/api/v1/decisions').json.items

        then:
        made*.kind == ['hide']
        made[0].with { [mayAppeal, text, origin] } == [true, 'Advertising.', 'own']
        mails.to(lviv.owner).collect { [it.kind, it.link_path] } == [['decision-made', "/decisions/${made[0].id}".toString()]]
        lviv.owner.api.get('/api/v1/notices').json.items.findAll { it.kind ==~ /decision-made|profile-suspended/ }*.link == ["/decisions/${made[0].id}".toString()]

        and: 'of what is over nothing is left'
        mails.to(lyon.owner) == []
        people.rows("select 1 from notice where person_id = ? and kind like '%suspended'", [lyon.owner.id]) == []

        and: 'it leads out of the suspension'
        lift(made[0].id).status == 200
        status(lviv) == 'CONFIRMED'
    }
}
