package io.github.auraauth.usecase.kpi;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.kpi.KpiKind;
import io.github.auraauth.domain.kpi.KpiResult;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.in.bot.Bot;
import io.github.auraauth.usecase.kpi.KpiRecorder.Ended;
import io.github.auraauth.usecase.kpi.KpiRecorder.Operation;
import java.util.Optional;
import java.util.function.Supplier;

/** A bot whose tokens and conversations are recorded. */
final class RecordedBot implements Bot {
    private static final Operation TOKEN = Operation.of(KpiKind.TOKEN);

    private final Bot bot;
    private final KpiRecorder recorder;

    RecordedBot(Bot bot, KpiRecorder recorder) {
        this.bot = requireNonNull(bot, "bot");
        this.recorder = recorder;
    }

    @Override
    public Secret issueToken(Deadline deadline) {
        return recorded(() -> bot.issueToken(deadline));
    }

    @Override
    public Secret openConversation(Deadline deadline) {
        return recorded(() -> bot.openConversation(deadline));
    }

    private Secret recorded(Supplier<Secret> operation) {
        return recorder.record(TOKEN, operation, given -> Optional.of(new Ended(TOKEN, KpiResult.DONE)));
    }
}
