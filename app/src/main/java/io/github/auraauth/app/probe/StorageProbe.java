package io.github.auraauth.app.probe;

import io.github.auraauth.domain.file.FileName;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.Outage;
import io.github.auraauth.port.out.file.StoredFiles;
import io.github.auraauth.port.out.health.DependencyProbe;

/** Asks the operator's storage for a file that is not there, which it says only to those who may enter. */
public record StorageProbe(String name, StoredFiles files) implements DependencyProbe {
    private static final FileName ANY = new FileName("aura-doctor");

    @Override
    public boolean isNeeded() {
        return false;
    }

    @Override
    public boolean answers(Deadline deadline) {
        try {
            files.read(ANY, 1, deadline);
            return true;
        } catch (Outage outage) {
            return false;
        }
    }
}
