package eu.bridgehall.support

import java.util.concurrent.Callable
import java.util.concurrent.CyclicBarrier
import java.util.concurrent.Executors

/** Lets several act at the same instant. */
class AtOnce {
    /** What comes of each call, in their order. */
    static List run(Closure... calls) {
        def start = new CyclicBarrier(calls.length)
        def pool = Executors.newFixedThreadPool(calls.length)
        try {
            pool.invokeAll(calls.collect { call -> { -> start.await(); call.call() } as Callable })*.get()
        } finally {
            pool.shutdown()
        }
    }
}
