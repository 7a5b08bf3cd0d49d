package io.github.auraauth.outgoing;

import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.Outage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.SocketTimeoutException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;

/**
 * Executes exchanges with one upstream by a deadline that nothing can extend: an exchange runs in a thread of its own and
 * is cancelled at its deadline, whatever it waits for, be it name resolution, a connection, a handshake or the next byte.
 * Safe for use by many threads.
 */
final class ExchangeExecutor implements Exchanges {
    private final String name;
    private final CloseableHttpClient client;
    private final Executor threads;
    private final Semaphore sockets;
    private final boolean authenticating;

    /**
     * @param sockets how many requests may be in progress at once; another one waits until its own deadline
     * @param authenticating whether a proxy that asks is told who we are
     */
    ExchangeExecutor(String name, CloseableHttpClient client, Executor threads, int sockets, boolean authenticating) {
        this.name = name;
        this.client = client;
        this.threads = threads;
        this.sockets = new Semaphore(sockets);
        this.authenticating = authenticating;
    }

    @Override
    public void reserve(Deadline end) {
        try {
            if (!sockets.tryAcquire(end.remaining().toNanos(), TimeUnit.NANOSECONDS)) {
                throw new Outage.UpstreamTimedOut(name);
            }
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    @Override
    public UpstreamResponse execute(UpstreamRequest from, Deadline end) {
        try {
            return await(request(from, end), from.isBodyWanted(), end);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private HttpUriRequestBase request(UpstreamRequest from, Deadline end) {
        try {
            return HttpRequests.of(from, end.remaining(), authenticating);
        } catch (RuntimeException bug) {
            sockets.release();
            throw bug;
        }
    }

    private Outage interrupted(InterruptedException interruption) {
        Thread.currentThread().interrupt();
        return new Outage.UpstreamFailed(name, interruption);
    }

    private UpstreamResponse await(HttpUriRequestBase request, boolean bodyWanted, Deadline end)
            throws InterruptedException {
        CompletableFuture<UpstreamResponse> response = begin(request, bodyWanted);
        try {
            return response.get(end.remaining().toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw new Outage.UpstreamTimedOut(name, new ExchangeFailure(e));
        } catch (ExecutionException e) {
            throw failed(unwrapped(e));
        } finally {
            if (!response.isDone()) {
                request.cancel();
            }
        }
    }

    private CompletableFuture<UpstreamResponse> begin(HttpUriRequestBase request, boolean bodyWanted) {
        try {
            return CompletableFuture.supplyAsync(() -> exchange(request, bodyWanted), threads);
        } catch (RejectedExecutionException e) {
            sockets.release();
            return CompletableFuture.failedFuture(e);
        }
    }

    private UpstreamResponse exchange(HttpUriRequestBase request, boolean bodyWanted) {
        try {
            return client.execute(request, new ResponseReader(request, bodyWanted));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            sockets.release();
        }
    }

    private Outage failed(Throwable cause) {
        boolean late = cause instanceof SocketTimeoutException || cause instanceof ConnectionRequestTimeoutException;
        Optional<Throwable> forbidden = Stream.<Throwable>iterate(cause, each -> each != null, Throwable::getCause)
                .filter(ForbiddenAddressException.class::isInstance)
                .findFirst();
        if (forbidden.isPresent()) {
            return new Outage.UpstreamFailed(name, forbidden.get());
        }
        ExchangeFailure failure = new ExchangeFailure(cause);
        return late ? new Outage.UpstreamTimedOut(name, failure) : new Outage.UpstreamFailed(name, failure);
    }

    /** What was thrown before other threads and interfaces wrapped it. */
    private static Throwable unwrapped(Throwable thrown) {
        Throwable cause = thrown.getCause();
        boolean wraps = thrown instanceof ExecutionException || thrown instanceof UncheckedIOException;
        return wraps && cause != null ? unwrapped(cause) : thrown;
    }
}
