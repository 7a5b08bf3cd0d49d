package io.github.auraauth.app.wiring.channel;

import io.github.auraauth.adapter.channels.HttpChannelDirectory;
import io.github.auraauth.app.config.Configuration;
import io.github.auraauth.app.probe.ChannelsProbe;
import io.github.auraauth.app.process.ScheduledJob;
import io.github.auraauth.app.wiring.FeatureModule;
import io.github.auraauth.outgoing.OutgoingHttp;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.Outage;
import io.github.auraauth.port.in.channel.Channels;
import io.github.auraauth.port.out.health.DependencyProbe;
import io.github.auraauth.usecase.channel.AnyChannel;
import io.github.auraauth.usecase.channel.ListedChannels;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The channels: all, or those that the operator's configuration service lists. */
public final class ChannelsModule implements FeatureModule {
    private static final Logger LOG = LoggerFactory.getLogger(ChannelsModule.class);
    private static final Duration PAUSE = Duration.ofSeconds(10);
    private static final Duration LONGEST_READ = Duration.ofSeconds(5);
    private static final Duration LONGEST_FIRST_READ = Duration.ofSeconds(2);

    public final Channels channels;
    private final Optional<ListedChannels> listed;

    /** Reads the list for the first time; the start goes on without it where that fails. */
    public ChannelsModule(Configuration configuration, OutgoingHttp outgoing, InstantSource clock) {
        listed = configuration
                .upstream()
                .channels()
                .map(config -> new ListedChannels(
                        new HttpChannelDirectory(config, outgoing.upstream(HttpChannelDirectory.UPSTREAM)), clock));
        channels = listed.<Channels>map(known -> known).orElseGet(AnyChannel::new);
        listed.ifPresent(known -> read(known, Deadline.in(LONGEST_FIRST_READ, clock)));
    }

    private static void read(ListedChannels listed, Deadline deadline) {
        try {
            listed.refresh(deadline);
        } catch (Outage outage) {
            LOG.warn("the list of channels cannot be read: {}", outage.getMessage());
        }
    }

    @Override
    public List<ScheduledJob> jobs() {
        return listed
                .map(known ->
                        ScheduledJob.every(PAUSE, LONGEST_READ, "reading channels", deadline -> read(known, deadline)))
                .stream()
                .toList();
    }

    @Override
    public List<DependencyProbe> probes() {
        return listed.<DependencyProbe>map(ChannelsProbe::new).stream().toList();
    }
}
