package io.github.auraauth.usecase.secret;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.crypto.AtRestCipher;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.in.secret.StoredSecrets;
import io.github.auraauth.port.out.secret.SealedValues;
import io.github.auraauth.port.out.secret.SealedValues.SealedValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Enciphers stored values anew, one after the other, each by a write that only succeeds on what was read. */
public final class StoredSecretsService implements StoredSecrets {
    private static final int MOST_EXAMPLES = 100;

    private final SealedValues values;
    private final AtRestCipher cipher;

    /** @param cipher with all keys of the environment, the first of which writes */
    public StoredSecretsService(SealedValues values, AtRestCipher cipher) {
        this.values = requireNonNull(values, "values");
        this.cipher = requireNonNull(cipher, "cipher");
    }

    @Override
    public Reencryption reencrypt(Progress progress, Deadline deadline) {
        Run run = new Run(progress, deadline);
        values.collections().forEach(run::addEstimate);
        values.collections().forEach(run::reencrypt);
        return new Reencryption(run.reencrypted, run.current, run.changed, run.unreadable, run.examples);
    }

    /** One call. For one thread. */
    private final class Run {
        private final Progress progress;
        private final Deadline deadline;
        private final List<String> examples = new ArrayList<>();
        private long about;
        private long done;
        private long reencrypted;
        private long current;
        private long changed;
        private long unreadable;

        Run(Progress progress, Deadline deadline) {
            this.progress = progress;
            this.deadline = deadline;
        }

        void addEstimate(String collection) {
            about += values.estimate(collection, deadline);
        }

        void reencrypt(String collection) {
            values.visit(
                    collection,
                    document -> {
                        document.forEach(this::reencrypt);
                        done++;
                        progress.at(collection, done, Math.max(about, done));
                    },
                    deadline);
        }

        /** Deciphers also what is current, so that whoever takes a key off the list knows that nothing is lost by it. */
        private void reencrypt(SealedValue value) {
            Optional<Secret> plain = cipher.open(value.text(), value.place());
            if (plain.isEmpty()) {
                unreadable++;
                if (examples.size() < MOST_EXAMPLES) {
                    examples.add(value.toString());
                }
            } else if (cipher.isCurrent(value.text())) {
                current++;
            } else if (values.replace(value, cipher.seal(plain.get(), value.place()), deadline)) {
                reencrypted++;
            } else {
                changed++;
            }
        }
    }
}
