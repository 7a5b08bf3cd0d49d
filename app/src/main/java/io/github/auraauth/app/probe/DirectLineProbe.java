package io.github.auraauth.app.probe;

import io.github.auraauth.outgoing.UpstreamClient;
import io.github.auraauth.outgoing.UpstreamRequest;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.Outage;
import io.github.auraauth.port.out.health.DependencyProbe;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.util.Optional;

/**
 * Sees whether Direct Line's host can be connected to; asks for no token, which would be a conversation of nobody.
 *
 * @param proxied what leads there through a proxy; empty where there is none on the way
 */
public record DirectLineProbe(URI address, Optional<UpstreamClient> proxied) implements DependencyProbe {
    /** What the service is called in metrics, logs and reports. */
    public static final String UPSTREAM = "direct-line";

    private static final int HTTPS = 443;
    private static final int HTTP = 80;

    @Override
    public String name() {
        return UPSTREAM;
    }

    @Override
    public boolean isNeeded() {
        return false;
    }

    @Override
    public boolean answers(Deadline deadline) {
        if (proxied.isPresent()) {
            return answers(proxied.get(), deadline);
        }
        int usual = "https".equals(address.getScheme()) ? HTTPS : HTTP;
        int port = address.getPort() < 0 ? usual : address.getPort();
        int millis = Math.max(1, Math.toIntExact(deadline.remaining().toMillis()));
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(address.getHost(), port), millis);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private boolean answers(UpstreamClient client, Deadline deadline) {
        try {
            client.send(UpstreamRequest.of("OPTIONS", address, address.getPath()), deadline);
            return true;
        } catch (Outage outage) {
            return false;
        }
    }
}
