package io.github.auraauth.adapter.channels;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.channel.Channel;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.outgoing.UpstreamClient;
import io.github.auraauth.outgoing.UpstreamRequest;
import io.github.auraauth.outgoing.UpstreamResponse;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.Outage;
import io.github.auraauth.port.out.channel.ChannelDirectory;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Channels as the configuration service lists them at {@code /channels/}. */
public final class HttpChannelDirectory implements ChannelDirectory {
    /** What the service is called in metrics and logs. */
    public static final String UPSTREAM = "channels";

    private static final Logger LOG = LoggerFactory.getLogger(HttpChannelDirectory.class);
    private static final String PATH = "/channels/";
    private static final int OK = 200;

    private final ChannelsConfig config;
    private final UpstreamClient upstream;

    public HttpChannelDirectory(ChannelsConfig config, UpstreamClient upstream) {
        this.config = requireNonNull(config, "config");
        this.upstream = requireNonNull(upstream, "upstream");
    }

    @Override
    public List<Channel> all(Deadline deadline) {
        UpstreamResponse response = upstream.send(request(), requireNonNull(deadline, "deadline"));
        if (response.status() != OK) {
            LOG.atWarn().addKeyValue("status", response.status()).log("the list of channels was refused");
            throw new Outage.UpstreamFailed(UPSTREAM);
        }
        Optional<ChannelList> list = ChannelList.parse(response.body());
        list.filter(read -> read.unreadable() > 0)
                .ifPresent(read -> LOG.warn("{} of the listed channels cannot be read", read.unreadable()));
        return list.map(ChannelList::channels).filter(read -> !read.isEmpty()).orElseThrow(() -> {
            LOG.warn("the list of channels is none, or empty");
            return new Outage.UpstreamFailed(UPSTREAM);
        });
    }

    private UpstreamRequest request() {
        UpstreamRequest request = UpstreamRequest.get(config.channels(), PATH).header("Accept", "application/json");
        Optional<Secret> authorization = config.authorization();
        return authorization
                .map(value -> request.header("Authorization", value))
                .orElse(request);
    }
}
