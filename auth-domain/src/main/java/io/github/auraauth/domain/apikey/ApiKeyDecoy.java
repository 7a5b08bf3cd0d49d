package io.github.auraauth.domain.apikey;

import io.github.auraauth.domain.access.AccessMode;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A model like any other, read where a key is refused before it has shown one of its own: how long a refusal takes does not
 * tell whether a text could be deciphered. Nobody is asked about it.
 */
final class ApiKeyDecoy {
    private final byte[] model;

    ApiKeyDecoy(String environment) {
        var grants = ApiKeyModel.Grants.of(Set.of("aura-services"), Set.of("aura-bot"), AccessMode.READ);
        var stamp = new ApiKeyModel.Stamp(
                Optional.of("00000000-0000-4000-8000-000000000000"),
                Optional.of(Instant.EPOCH),
                Optional.empty(),
                Optional.of(environment),
                Optional.empty());
        model = ApiKeyModelJson.write(new ApiKeyModel("1.0.0", grants, stamp));
    }

    /** What the trials read; where they have judged no model, this one is read, and nothing comes of it. */
    <T> Optional<T> unlessJudged(
            Predicate<ApiKeyModel> acceptable, Function<Predicate<ApiKeyModel>, Optional<T>> trials) {
        var judged = new AtomicBoolean();
        Optional<T> read = trials.apply(each -> {
            judged.setPlain(true);
            return acceptable.test(each);
        });
        return judged.getPlain()
                ? read
                : ApiKeyModelJson.read(model, model.length).flatMap(decoy -> Optional.empty());
    }
}
