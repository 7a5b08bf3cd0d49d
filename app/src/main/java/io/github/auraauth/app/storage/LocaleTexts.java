package io.github.auraauth.app.storage;

import io.github.auraauth.adapter.pages.LocaleFile;
import io.github.auraauth.adapter.pages.Locales;
import io.github.auraauth.domain.file.FileName;
import io.github.auraauth.usecase.file.PageTexts;
import java.util.Map;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The texts of pages as {@code adapter.http} shows them, local ones and files over them. Read by many threads. */
public final class LocaleTexts implements PageTexts, Supplier<Locales> {
    private static final Logger LOG = LoggerFactory.getLogger(LocaleTexts.class);

    private final Locales local;
    private volatile Locales current;

    /** Texts that are the local ones so far. */
    public LocaleTexts(Locales local) {
        this.local = local;
        this.current = local;
    }

    @Override
    public Locales get() {
        return current;
    }

    @Override
    public int largest() {
        return LocaleFile.LARGEST;
    }

    @Override
    public boolean isNamedAsTexts(FileName name) {
        return LocaleFile.isNameOfOne(name.text());
    }

    @Override
    public boolean accepts(Map<FileName, byte[]> files, FileName judged) {
        try {
            with(files);
            return true;
        } catch (IllegalArgumentException e) {
            LOG.warn("a remote text is not taken, the old ones stay: {}", e.getMessage());
            return false;
        }
    }

    @Override
    public void use(Map<FileName, byte[]> files) {
        current = with(files);
        LOG.info("remote texts are used now: {}", files.keySet());
    }

    private Locales with(Map<FileName, byte[]> files) {
        return local.with(files.entrySet().stream()
                .map(file -> LocaleFile.read(file.getKey().text(), file.getValue()))
                .toList());
    }
}
