package io.github.auraauth.usecase.channel;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.channel.Channel;
import io.github.auraauth.domain.user.ChannelId;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.Outage;
import io.github.auraauth.port.in.channel.Channels;
import io.github.auraauth.port.out.channel.ChannelDirectory;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The channels of a directory, read beside the requests. The last good list is good for as long as the directory is away.
 * Safe for use by many threads.
 */
public final class ListedChannels implements Channels {
    /** What the directory is called in reports. */
    public static final String DEPENDENCY = "channels";

    /** How old the list may become while the directory answers. */
    public static final Duration TIME_TO_LIVE = Duration.ofMinutes(5);

    private final ChannelDirectory directory;
    private final InstantSource clock;
    private volatile Optional<Listing> listing = Optional.empty();

    public ListedChannels(ChannelDirectory directory, InstantSource clock) {
        this.directory = requireNonNull(directory, "directory");
        this.clock = requireNonNull(clock, "clock");
    }

    @Override
    public Optional<Channel> find(ChannelId id) {
        requireNonNull(id, "id");
        return Optional.ofNullable(listing.orElseThrow(() -> new Outage.Unavailable(DEPENDENCY))
                .channels()
                .get(id));
    }

    /** Whether there is a list. */
    public boolean isKnown() {
        return listing.isPresent();
    }

    /**
     * Reads the list where it is five minutes old or was never read; to be called every few seconds.
     *
     * @throws Outage when it cannot be read; the old one stays
     */
    public void refresh(Deadline deadline) {
        Instant now = clock.instant();
        if (listing.filter(held -> held.until().isAfter(now)).isEmpty()) {
            listing = Optional.of(new Listing(
                    directory.all(deadline).stream()
                            .collect(Collectors.toUnmodifiableMap(Channel::id, Function.identity())),
                    now.plus(TIME_TO_LIVE)));
        }
    }

    private record Listing(Map<ChannelId, Channel> channels, Instant until) {}
}
