package io.github.auraauth.app.probe;

import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.out.health.DependencyProbe;
import io.github.auraauth.usecase.channel.ListedChannels;

/** Sees whether there is a list of channels, however old. */
public record ChannelsProbe(ListedChannels channels) implements DependencyProbe {
    @Override
    public String name() {
        return ListedChannels.DEPENDENCY;
    }

    @Override
    public boolean isNeeded() {
        return false;
    }

    @Override
    public boolean answers(Deadline deadline) {
        return channels.isKnown();
    }
}
