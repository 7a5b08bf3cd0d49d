package io.github.auraauth.front.server;

import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.internal.HttpConnection;

/**
 * Makes connections that know no other protocol. Jetty would refuse an {@code Upgrade} that no {@code Connection} header
 * announces, where RFC 9110, section 7.8, has it ignored.
 */
final class HttpConnections extends HttpConnectionFactory {
    HttpConnections(HttpConfiguration configuration) {
        super(configuration);
    }

    @Override
    public Connection newConnection(Connector connector, EndPoint endPoint) {
        HttpConnection connection = new WithoutUpgrade(getHttpConfiguration(), connector, endPoint);
        connection.setTransferEncodingChunkMaxLength(getTransferEncodingChunkMaxLength());
        return configure(connection, connector, endPoint);
    }

    /** Whether the caller has sent the next request already, or a part of it, without waiting for this one's answer. */
    static boolean hasNextRequest(Request request) {
        return request.getConnectionMetaData().getConnection() instanceof HttpConnection connection
                && !connection.isRequestBufferEmpty();
    }

    private static final class WithoutUpgrade extends HttpConnection {
        WithoutUpgrade(HttpConfiguration configuration, Connector connector, EndPoint endPoint) {
            super(configuration, connector, endPoint);
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
