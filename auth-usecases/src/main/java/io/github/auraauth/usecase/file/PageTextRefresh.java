package io.github.auraauth.usecase.file;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.file.FileName;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.Outage;
import io.github.auraauth.port.out.file.StoredFiles;
import io.github.auraauth.port.out.file.StoredFiles.Listed;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Takes texts of pages out of the operator's storage. A file that is broken, or cannot be had, leaves the texts as they
 * were; one that is taken away gives the local ones back. For use by one thread.
 */
public final class PageTextRefresh {
    private final StoredFiles files;
    private final PageTexts texts;
    private final Optional<TextBackup> backup;
    private final Map<FileName, String> judged = new HashMap<>();
    private final Map<FileName, byte[]> taken = new HashMap<>();

    /** @param backup whether a copy of each version is kept in the storage before it is taken */
    public PageTextRefresh(StoredFiles files, PageTexts texts, boolean backup) {
        this.files = requireNonNull(files, "files");
        this.texts = requireNonNull(texts, "texts");
        this.backup = backup ? Optional.of(new TextBackup(files)) : Optional.empty();
    }

    /**
     * Takes what is new since the last time.
     *
     * @throws Outage when the storage does not do its part; what was taken before stays
     */
    public void refresh(Deadline deadline) {
        List<Listed> there = files.list(deadline).stream()
                .filter(file -> texts.isNamedAsTexts(file.name()))
                .toList();
        forgetAllBut(there.stream().map(Listed::name).collect(Collectors.toSet()));
        for (Listed file : there) {
            if (!file.version().equals(judged.get(file.name()))) {
                files.read(file.name(), texts.largest() + 1, deadline)
                        .ifPresent(content -> judge(file.name(), content, deadline));
                judged.put(file.name(), file.version());
            }
        }
    }

    private void forgetAllBut(Set<FileName> there) {
        judged.keySet().retainAll(there);
        if (taken.keySet().retainAll(there)) {
            texts.use(taken);
        }
    }

    private void judge(FileName name, byte[] content, Deadline deadline) {
        Map<FileName, byte[]> next = new HashMap<>(taken);
        next.put(name, content);
        if (texts.accepts(next, name)) {
            backup.ifPresent(copies -> copies.keep(name, content, deadline));
            taken.put(name, content);
            texts.use(taken);
        }
    }
}
