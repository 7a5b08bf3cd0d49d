package io.github.auraauth.usecase.erasure;

import io.github.auraauth.domain.erasure.Erasure;
import io.github.auraauth.domain.erasure.ErasureCounts;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.Outage;
import io.github.auraauth.port.out.erasure.ErasureJournal;
import java.util.Objects;

/** Completes an erasure whose rows are gone: erases elsewhere, and closes it in the journal. */
final class ErasureCompletion {
    private final ErasureJournal journal;
    private final ErasureStep elsewhere;

    ErasureCompletion(ErasureJournal journal, ErasureStep elsewhere) {
        this.journal = journal;
        this.elsewhere = Objects.requireNonNull(elsewhere, "elsewhere");
    }

    /** Tries it; should it fail, the erasure stays in the journal and is gone on with later. */
    void attempt(Erasure gone, Deadline deadline) {
        try {
            reach(gone, deadline);
        } catch (Outage later) {
            // the rows are gone, which is what the caller was promised; the journal knows of the rest
        }
    }

    /** Notes that the rows are gone, so that nobody who registers anew meanwhile is erased too, and finishes. */
    void reach(Erasure gone, Deadline deadline) {
        Erasure noted = gone;
        if (!gone.rowsGone()) {
            noted = gone.withRowsGone();
            journal.record(noted, deadline);
        }
        long terms = elsewhere.erase(noted, deadline);
        journal.finish(noted.id(), new ErasureCounts(noted.auraIds().size(), terms), deadline);
    }
}
