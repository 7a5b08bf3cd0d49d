package io.github.auraauth.front.server;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpParser;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.internal.HttpConnection;
import org.eclipse.jetty.util.NanoTime;

/**
 * Makes connections that know no other protocol. One of too many may be idle for a second only, and one whose head takes
 * too long to come ends: each byte of it would begin the idle time anew. Jetty would refuse an {@code Upgrade} that no
 * {@code Connection} header announces, where RFC 9110, section 7.8, has it ignored.
 */
final class HttpConnections extends HttpConnectionFactory {
    private static final Duration SHORT_IDLE_TIMEOUT = Duration.ofSeconds(1);
    private static final Duration LONGEST_HEAD = Duration.ofSeconds(10);

    private final Duration longestHead;
    private final int mostConnections;
    private final AtomicInteger open = new AtomicInteger();

    HttpConnections(HttpConfiguration configuration, ServerConfig.Listening listening) {
        super(configuration);
        Duration idle = listening.idleTimeout();
        this.longestHead = idle.compareTo(LONGEST_HEAD) < 0 ? idle : LONGEST_HEAD;
        this.mostConnections = listening.mostConnections();
    }

    @Override
    public Connection newConnection(Connector connector, EndPoint endPoint) {
        if (open.incrementAndGet() > mostConnections) {
            endPoint.setIdleTimeout(SHORT_IDLE_TIMEOUT.toMillis());
        }
        HttpConnection connection = new HeadInTime(getHttpConfiguration(), connector, endPoint);
        connection.setTransferEncodingChunkMaxLength(getTransferEncodingChunkMaxLength());
        return configure(connection, connector, endPoint);
    }

    /** Whether the caller has sent the next request already, or a part of it, without waiting for this one's answer. */
    static boolean hasNextRequest(Request request) {
        return request.getConnectionMetaData().getConnection() instanceof HttpConnection connection
                && !connection.isRequestBufferEmpty();
    }

    private final class HeadInTime extends HttpConnection {
        HeadInTime(HttpConfiguration configuration, Connector connector, EndPoint endPoint) {
            super(configuration, connector, endPoint);
        }

        /**
         * Goes on with the connection on the thread that ended an answer, which waits for nothing there: what has come is
         * read, and a request that may wait is handed to a worker.
         */
        @Override
        protected Executor getExecutor() {
            return this::execute;
        }

        private void execute(Runnable task) {
            if (task == this) {
                run();
            } else {
                super.getExecutor().execute(task);
            }
        }

        @Override
        public void onClose(Throwable cause) {
            open.decrementAndGet();
            super.onClose(cause);
        }

        @Override
        public void onFillable() {
            super.onFillable();
            HttpParser parser = getParser();
            if (parser.inHeaderState()
                    && !parser.isStart()
                    && NanoTime.since(parser.getBeginNanoTime()) > longestHead.toNanos()) {
                getEndPoint().close();
            }
        }

        @Override
        protected RequestHandler newRequestHandler() {
            return new RequestHandler() {
                @Override
                public void parsedHeader(HttpField field) {
                    if (field.getHeader() != HttpHeader.UPGRADE) {
                        super.parsedHeader(field);
                    }
                }
            };
        }
    }
}
