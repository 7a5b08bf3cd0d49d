package io.github.auraauth.front.request;

import io.github.auraauth.front.response.ErrorCode;
import io.github.auraauth.front.response.ResponseException;
import io.github.auraauth.port.Deadline;
import java.io.ByteArrayOutputStream;
import java.util.concurrent.CompletableFuture;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.IdleTimeout;
import org.eclipse.jetty.server.Request;

/**
 * A request's body: bounded in size, and in the time that it may take to arrive. No thread waits for it. For use by one
 * thread after the other.
 */
public final class Body {
    /** Most bytes that a body may have. */
    public static final int LARGEST = 64 * 1024;

    /** What a request without one is read as. */
    public static final byte[] NOTHING = new byte[0];

    private static final int MOST_DISCARDED = 1024 * 1024;

    private final Request request;
    private final long length;
    private final boolean isThere;
    private final boolean waitsForUs;
    private boolean allRead;

    private Body(Request request, long length, boolean isThere, boolean waitsForUs) {
        this.request = request;
        this.length = length;
        this.isThere = isThere;
        this.waitsForUs = waitsForUs;
        this.allRead = !isThere;
    }

    public static Body of(Request request) {
        long length = request.getLength();
        boolean isThere = length > 0 || length < 0 && request.getHeaders().contains(HttpHeader.TRANSFER_ENCODING);
        if (isThere) {
            // A caller whose body nobody has asked for yet is not idle, but waits for us.
            request.addIdleTimeoutListener(timeout -> false);
        }
        return new Body(request, length, isThere, request.getHeaders().contains(HttpHeader.EXPECT));
    }

    /** Whether the request says that it has one. */
    public boolean isThere() {
        return isThere;
    }

    /** @throws ResponseException when the request says that there are too many bytes */
    public void requireSmall() {
        if (length > LARGEST) {
            throw ResponseException.of(ErrorCode.BODY_TOO_LARGE);
        }
    }

    /**
     * All its bytes, whatever the request says of its length.
     *
     * @return ends with a {@link ResponseException} when there are too many, or they do not all arrive by the deadline
     */
    public CompletableFuture<byte[]> read(Deadline deadline) {
        if (allRead) {
            return CompletableFuture.completedFuture(NOTHING);
        }
        EndPoint connection = connection();
        long idleTimeout = connection.getIdleTimeout();
        Transfer transfer = new Transfer(LARGEST, deadline, true);
        transfer.run();
        return transfer.end.thenApply(end -> {
            connection.setIdleTimeout(idleTimeout);
            return switch (end) {
                case ALL_READ -> transfer.bytes.toByteArray();
                case TOO_MUCH -> throw ResponseException.of(ErrorCode.BODY_TOO_LARGE);
                case FAILED -> throw ResponseException.invalid("the body is malformed or did not arrive in time");
            };
        });
    }

    /**
     * Takes in, within bounds, what has come of it and nobody read.
     *
     * @return whether that is all; if not, what follows on the connection may be the rest of this body and must not be
     *     taken for a request
     */
    public boolean takeAvailable() {
        for (long total = 0; !allRead && total <= MOST_DISCARDED; ) {
            Content.Chunk chunk = request.read();
            if (chunk == null || Content.Chunk.isFailure(chunk)) {
                return false;
            }
            total += chunk.remaining();
            allRead = chunk.isLast();
            chunk.release();
        }
        return allRead;
    }

    /**
     * Ends the connection of a request that has been answered, but takes in first, within bounds, what still comes: a
     * connection that ends while the caller writes would take our answer with it.
     */
    public CompletableFuture<?> discard(Deadline deadline) {
        EndPoint connection = connection();
        connection.shutdownOutput();
        if (waitsForUs) {
            // To ask for more would tell the caller to send it; Jetty looks for the end of the connection.
            endIdleAt(deadline);
            return CompletableFuture.completedFuture(null);
        }
        Transfer transfer = new Transfer(MOST_DISCARDED, deadline, false);
        transfer.run();
        return transfer.end.thenAccept(end -> connection.close());
    }

    /** What is demanded fails with the idle time, so a body that drips ends with the deadline too. */
    private void endIdleAt(Deadline deadline) {
        EndPoint connection = connection();
        if (connection instanceof IdleTimeout idleness) {
            // Jetty counts from the caller's last byte, and fails at once who has been idle that long already.
            idleness.notIdle();
        }
        connection.setIdleTimeout(Math.max(1, deadline.remaining().toMillis()));
    }

    private EndPoint connection() {
        return request.getConnectionMetaData().getConnection().getEndPoint();
    }

    private enum End {
        ALL_READ,
        TOO_MUCH,
        FAILED
    }

    /** Reads until the body ends, or more than so many bytes have come, or the deadline has passed. */
    private final class Transfer implements Runnable {
        private final CompletableFuture<End> end = new CompletableFuture<>();
        private final int most;
        private final Deadline deadline;
        private final boolean keeps;
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private long total;

        Transfer(int most, Deadline deadline, boolean keeps) {
            this.most = most;
            this.deadline = deadline;
            this.keeps = keeps;
        }

        @Override
        public void run() {
            while (total <= most) {
                Content.Chunk chunk = request.read();
                if (chunk == null) {
                    awaitMore();
                    return;
                }
                if (Content.Chunk.isFailure(chunk)) {
                    end.complete(End.FAILED);
                    return;
                }
                take(chunk);
                if (allRead) {
                    end.complete(total <= most ? End.ALL_READ : End.TOO_MUCH);
                    return;
                }
            }
            end.complete(End.TOO_MUCH);
        }

        private void awaitMore() {
            if (deadline.hasPassed()) {
                end.complete(End.FAILED);
                return;
            }
            endIdleAt(deadline);
            request.demand(this);
        }

        private void take(Content.Chunk chunk) {
            total += chunk.remaining();
            allRead = chunk.isLast();
            if (keeps && total <= most) {
                byte[] part = new byte[chunk.remaining()];
                chunk.getByteBuffer().get(part);
                bytes.writeBytes(part);
            }
            chunk.release();
        }
    }
}
