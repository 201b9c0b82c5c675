package eu.bridgehall.soak

import java.util.concurrent.CountDownLatch
import java.util.concurrent.TimeUnit

/** Whether the service runs at present, as who kills and starts it knows, and whether the work is over. */
class Uptime {
    private final CountDownLatch over = new CountDownLatch(1)
    private boolean up
    private int starts

    synchronized void rises() {
        up = true
        starts++
        notifyAll()
    }

    synchronized void falls() { up = false }

    void end() { over.countDown() }

    boolean isOver() { over.count == 0 }

    /** Lets some milliseconds pass, or fewer where the work is over before. */
    void pause(long milliseconds) { over.await(milliseconds, TimeUnit.MILLISECONDS) }

    /** Waits until the service runs, and says how many times it was started up to then. */
    synchronized int awaitUp() {
        while (!up) {
            wait()
        }
        starts
    }
}
