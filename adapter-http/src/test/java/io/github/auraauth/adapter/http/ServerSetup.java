package io.github.auraauth.adapter.http;

import io.github.auraauth.adapter.pages.PageConfig;
import io.github.auraauth.domain.user.BlockMode;
import io.github.auraauth.front.server.ServerConfig;
import java.time.Duration;
import java.util.Set;

/** How a server under test is set up. */
record ServerSetup(ServerConfig server, BlockMode blockMode, PageConfig pages) {

    ServerSetup with(PageConfig others) {
        return new ServerSetup(server, blockMode, others);
    }

    ServerSetup with(ServerConfig.Trust trust) {
        return with(server.listening(), trust, server.stopTimeout());
    }

    ServerSetup with(ServerConfig.Listening listening) {
        return with(listening, server.trust(), server.stopTimeout());
    }

    ServerSetup stoppingWithin(Duration timeout) {
        return with(server.listening(), server.trust(), timeout);
    }

    /** Pages of these origins may use what the definition opens to them. */
    ServerSetup openTo(Set<String> origins) {
        return with(new ServerConfig.Trust(server.trust().proxies(), origins));
    }

    private ServerSetup with(ServerConfig.Listening listening, ServerConfig.Trust trust, Duration timeout) {
        return new ServerSetup(
                new ServerConfig(listening, trust, server.metricsHost(), server.unloggedPaths(), timeout),
                blockMode,
                pages);
    }
}
