package io.github.auraauth.usecase.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.auraauth.domain.channel.Channel;
import io.github.auraauth.domain.user.ChannelId;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.Outage;
import io.github.auraauth.testkit.SettableClock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ListedChannelsTest {
    private static final Channel WEB = channel("0b8f1c7e-31f8-4f43-9d1b-6d7f0c4c5a10");
    private static final Channel PHONE = channel("5d1f6f5a-8e57-4a3f-8a42-0d9f1f2c7b11");

    private final SettableClock clock = SettableClock.startingNow();
    private Optional<List<Channel>> listed = Optional.of(List.of(WEB));
    private int reads;
    private final ListedChannels channels = new ListedChannels(this::all, clock);

    private List<Channel> all(Deadline deadline) {
        reads++;
        return listed.orElseThrow(() -> new Outage.UpstreamFailed("channels"));
    }

    @Test
    void find_beforeTheFirstList_isAnOutage() {
        assertThatThrownBy(() -> channels.find(WEB.id())).isInstanceOf(Outage.Unavailable.class);
        assertThat(channels.isKnown()).isFalse();
    }

    @Test
    void find_listedOrNot_tellsWhich() {
        refresh();
        assertThat(channels.find(WEB.id())).contains(WEB);
        assertThat(channels.find(PHONE.id())).isEmpty();
        assertThat(channels.isKnown()).isTrue();
    }

    @Test
    void refresh_withinFiveMinutes_readsOnce() {
        refresh();
        clock.advance(Duration.ofMinutes(5).minusMillis(1));
        refresh();
        assertThat(reads).isEqualTo(1);
    }

    @Test
    void refresh_afterFiveMinutes_takesTheNewList() {
        refresh();
        listed = Optional.of(List.of(PHONE));
        clock.advance(Duration.ofMinutes(5));
        refresh();
        assertThat(channels.find(WEB.id())).isEmpty();
        assertThat(channels.find(PHONE.id())).contains(PHONE);
    }

    @Test
    void refresh_directoryAway_keepsTheLastGoodListAndTriesAgain() {
        refresh();
        listed = Optional.empty();
        clock.advance(Duration.ofDays(1));
        assertThatThrownBy(this::refresh).isInstanceOf(Outage.class);
        assertThat(channels.find(WEB.id())).contains(WEB);
        assertThatThrownBy(this::refresh).isInstanceOf(Outage.class);
        assertThat(reads).isEqualTo(3);
    }

    private void refresh() {
        channels.refresh(Deadline.in(Duration.ofSeconds(1), clock));
    }

    private static Channel channel(String id) {
        return new Channel(ChannelId.parse(id).orElseThrow(), Optional.of("a channel"), true);
    }
}
