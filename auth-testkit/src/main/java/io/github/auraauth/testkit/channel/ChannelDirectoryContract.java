package io.github.auraauth.testkit.channel;

import static io.github.auraauth.testkit.internal.PortCalls.assertNullIsRefused;
import static io.github.auraauth.testkit.internal.PortCalls.nothing;
import static io.github.auraauth.testkit.internal.PortCalls.passed;
import static io.github.auraauth.testkit.internal.PortCalls.soon;
import static io.github.auraauth.testkit.internal.PortCalls.spoil;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.auraauth.domain.channel.Channel;
import io.github.auraauth.domain.user.ChannelId;
import io.github.auraauth.port.Outage;
import io.github.auraauth.port.out.channel.ChannelDirectory;
import io.github.auraauth.testkit.OutageContract;
import io.github.auraauth.testkit.Race;
import io.github.auraauth.testkit.internal.OutageCheck;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The contract of {@link ChannelDirectory}. An adapter's test implements it, over a directory that it can fill. */
public interface ChannelDirectoryContract extends OutageContract {
    /** A channel with a name that gives anonymous identities. */
    Channel OPEN = new Channel(
            ChannelId.parse("0b8f1c7e-31f8-4f43-9d1b-6d7f0c4c5a10").orElseThrow(), Optional.of("Web, ñandú 𝄞"), true);

    /** A channel without a name that gives none. */
    Channel CLOSED =
            new Channel(ChannelId.parse("5d1f6f5a-8e57-4a3f-8a42-0d9f1f2c7b11").orElseThrow(), Optional.empty(), false);

    /** The directory under test. */
    ChannelDirectory directory();

    /** From now on the directory lists these. */
    void list(List<Channel> channels);

    @Test
    default void all_severalChannels_givesEachAsItIs() {
        list(List.of(OPEN, CLOSED));
        assertThat(directory().all(soon())).containsExactlyInAnyOrder(OPEN, CLOSED);
    }

    @Test
    default void all_anotherListMeanwhile_givesThat() {
        list(List.of(OPEN, CLOSED));
        directory().all(soon());
        list(List.of(CLOSED));
        assertThat(directory().all(soon())).containsExactly(CLOSED);
    }

    @Test
    default void all_longestName_isWhole() {
        Channel longest = new Channel(OPEN.id(), Optional.of("𝄞".repeat(100)), true);
        list(List.of(longest));
        assertThat(directory().all(soon())).containsExactly(longest);
    }

    @Test
    default void all_returnedListChanged_changesNothing() {
        list(List.of(OPEN, CLOSED));
        spoil(directory().all(soon()));
        assertThat(directory().all(soon())).hasSize(2);
    }

    @Test
    default void all_concurrently_givesEachTheWhole() {
        list(List.of(OPEN, CLOSED));
        assertThat(Race.of(20, number -> directory().all(soon()))).allMatch(all -> all.size() == 2);
    }

    @Test
    default void all_nothingListed_isAnOutage() {
        list(List.of());
        assertThatThrownBy(() -> directory().all(soon())).isInstanceOf(Outage.class);
    }

    @Test
    default void all_deadlinePassed_isAnOutage() {
        list(List.of(OPEN));
        assertThatThrownBy(() -> directory().all(passed())).isInstanceOf(Outage.class);
    }

    @Test
    default void all_nullDeadline_isRefusedByName() {
        assertNullIsRefused("deadline", () -> directory().all(nothing()));
    }

    @Test
    default void all_directoryAway_isAnOutageInTime() {
        list(List.of(OPEN));
        OutageCheck.ofService(ChannelDirectory.class, this::directory)
                .fails(ChannelDirectory::all)
                .whenAway(this);
    }
}
