package io.github.auraauth.app.wiring;

import io.github.auraauth.adapter.directline.DirectLineConversations;
import io.github.auraauth.adapter.http.bot.BotEndpoints;
import io.github.auraauth.app.config.Configuration;
import io.github.auraauth.app.probe.DirectLineProbe;
import io.github.auraauth.app.process.ClockAndRandom;
import io.github.auraauth.front.request.Endpoint;
import io.github.auraauth.outgoing.OutgoingHttp;
import io.github.auraauth.port.in.bot.Bot;
import io.github.auraauth.usecase.bot.BotService;
import io.github.auraauth.usecase.kpi.KpiRecorder;
import java.util.Map;

/** The way to the bot. Where it is not configured, it is away. */
final class BotModule implements FeatureModule {
    final Bot bot;

    BotModule(Configuration configuration, OutgoingHttp outgoing, KpiRecorder kpis, ClockAndRandom clockAndRandom) {
        var conversations = new DirectLineConversations(
                configuration.upstream().directLine(),
                outgoing.upstream(DirectLineProbe.UPSTREAM),
                clockAndRandom.clock());
        bot = kpis.record(new BotService(conversations));
    }

    @Override
    public Map<String, Endpoint> endpoints() {
        return new BotEndpoints(bot).byOperation();
    }
}
