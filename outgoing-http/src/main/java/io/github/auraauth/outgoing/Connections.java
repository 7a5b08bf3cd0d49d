package io.github.auraauth.outgoing;

import java.time.Duration;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.DefaultConnectionKeepAliveStrategy;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.io.ManagedHttpClientConnection;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.io.HttpConnectionFactory;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/** The HTTP client, with everything off by which it would do more than one exchange for one request. */
final class Connections {
    private static final Duration LONGEST_CONNECT = Duration.ofSeconds(5);
    private static final int LONGEST_LINE = 16 * 1024;
    private static final int MOST_HEADERS = 64;
    private static final int MOST_EMPTY_LINES = 4;

    private Connections() {}

    static CloseableHttpClient client(OutgoingHttpConfig config) {
        HttpClientBuilder client = HttpClients.custom()
                .setConnectionManager(pool(config).build())
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .disableConnectionState()
                .evictExpiredConnections()
                .setUserAgent("aura-auth")
                .setKeepAliveStrategy((response, context) -> keptFor(response, context, config.keepAliveTime()));
        if (!config.keepAlive()) {
            client.setConnectionReuseStrategy((request, response, context) -> false);
        }
        return client.build();
    }

    private static PoolingHttpClientConnectionManagerBuilder pool(OutgoingHttpConfig config) {
        Duration connect =
                config.requestTimeout().compareTo(LONGEST_CONNECT) < 0 ? config.requestTimeout() : LONGEST_CONNECT;
        return PoolingHttpClientConnectionManagerBuilder.create()
                .setMaxConnTotal(config.maxSockets())
                .setMaxConnPerRoute(config.socketsOfAPeer())
                .setConnectionFactory(boundedHeads())
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(Timeout.of(connect))
                        .setSocketTimeout(Timeout.of(config.requestTimeout()))
                        // Looked at before each use, since what may not be repeated must not meet a closed connection.
                        .setValidateAfterInactivity(TimeValue.ZERO_MILLISECONDS)
                        .build());
    }

    /** A head that never ends is no head. */
    private static HttpConnectionFactory<ManagedHttpClientConnection> boundedHeads() {
        return ManagedHttpClientConnectionFactory.builder()
                .http1Config(Http1Config.custom()
                        .setMaxLineLength(LONGEST_LINE)
                        .setMaxHeaderCount(MOST_HEADERS)
                        .setMaxEmptyLineCount(MOST_EMPTY_LINES)
                        .build())
                .build();
    }

    private static TimeValue keptFor(HttpResponse response, HttpContext context, Duration longest) {
        long asked = DefaultConnectionKeepAliveStrategy.INSTANCE
                .getKeepAliveDuration(response, context)
                .toMilliseconds();
        return TimeValue.ofMilliseconds(Math.max(1, Math.min(asked, longest.toMillis())));
    }
}
