package eu.bridgehall.support

import java.util.logging.Handler
import java.util.logging.Level
import java.util.logging.LogRecord
import java.util.logging.Logger

/** Counts the statements that the thread of a spec sends to the database, as the driver sees them. */
class Queries {
    private static final Logger DRIVER = Logger.getLogger('org.postgresql.core.v3.QueryExecutorImpl')
    private static final String SENT = ' FE=> Execute('

    /** How many statements the work sends at the least, when what is kept in memory is there. */
    static int least(Closure<?> work) {
        (1..12).collect { count(work) }.min()
    }

    /** Those of other threads are not counted. */
    private static int count(Closure<?> work) {
        long thread = Thread.currentThread().threadId()
        int sent = 0
        def handler = new Handler() {
            @Override
            void publish(LogRecord told) {
                if (told.longThreadID == thread && told.message.startsWith(SENT)) {
                    sent++
                }
            }

            @Override
            void flush() { }

            @Override
            void close() { }
        }
        handler.level = Level.ALL
        def before = DRIVER.level
        def parents = DRIVER.useParentHandlers
        DRIVER.addHandler(handler)
        DRIVER.useParentHandlers = false
        DRIVER.level = Level.FINEST
        try {
            work.call()
        } finally {
            DRIVER.level = before
            DRIVER.useParentHandlers = parents
            DRIVER.removeHandler(handler)
        }
        sent
    }
}
