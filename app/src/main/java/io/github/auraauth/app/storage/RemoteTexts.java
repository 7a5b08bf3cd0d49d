package io.github.auraauth.app.storage;

import io.github.auraauth.adapter.pages.LocaleFile;
import io.github.auraauth.adapter.pages.Locales;
import io.github.auraauth.domain.file.FileName;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.Outage;
import io.github.auraauth.port.out.file.StoredFiles;
import io.github.auraauth.port.out.file.StoredFiles.Listed;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The texts of pages as they are in the operator's storage, over local ones. A file that is broken, or cannot be had,
 * leaves the texts as they were; one that is taken away gives the local ones back. Read by many threads, refreshed by one.
 */
public final class RemoteTexts implements Supplier<Locales> {
    private static final Logger LOG = LoggerFactory.getLogger(RemoteTexts.class);

    private final StoredFiles files;
    private final Locales local;
    private final Optional<TextBackup> backup;
    private final Map<FileName, String> judged = new HashMap<>();
    private final Map<FileName, LocaleFile> taken = new HashMap<>();
    private volatile Locales current;

    /**
     * Texts that are the local ones so far.
     *
     * @param backup keeps each version before it is taken; empty for not
     */
    public RemoteTexts(StoredFiles files, Locales local, Optional<TextBackup> backup) {
        this.files = files;
        this.local = local;
        this.backup = backup;
        this.current = local;
    }

    @Override
    public Locales get() {
        return current;
    }

    /**
     * Takes what is new since the last time.
     *
     * @throws Outage when the storage does not do its part; what was taken before stays
     */
    public void refresh(Deadline deadline) {
        List<Listed> there = files.list(deadline).stream()
                .filter(file -> LocaleFile.isNameOfOne(file.name().text()))
                .toList();
        forgetAllBut(there.stream().map(Listed::name).collect(Collectors.toSet()));
        for (Listed file : there) {
            if (!file.version().equals(judged.get(file.name()))) {
                files.read(file.name(), LocaleFile.LARGEST + 1, deadline)
                        .ifPresent(json -> judge(file.name(), json, deadline));
                judged.put(file.name(), file.version());
            }
        }
    }

    private void forgetAllBut(Set<FileName> there) {
        judged.keySet().retainAll(there);
        if (taken.keySet().retainAll(there)) {
            current = local.with(taken.values());
            LOG.info("remote texts are gone; the local ones are used again");
        }
    }

    private void judge(FileName name, byte[] json, Deadline deadline) {
        LocaleFile file;
        Locales next;
        try {
            file = LocaleFile.read(name.text(), json);
            next = local.with(takenAnd(name, file));
        } catch (IllegalArgumentException e) {
            LOG.warn("a remote text is not taken, the old ones stay: {}", e.getMessage());
            return;
        }
        backup.ifPresent(copies -> copies.keep(name, json, deadline));
        taken.put(name, file);
        current = next;
        LOG.info("remote texts are used: {}", name);
    }

    private Collection<LocaleFile> takenAnd(FileName name, LocaleFile file) {
        List<LocaleFile> others = new ArrayList<>();
        taken.forEach((other, texts) -> {
            if (!other.equals(name)) {
                others.add(texts);
            }
        });
        others.add(file);
        return others;
    }
}
