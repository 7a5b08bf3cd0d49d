package io.github.auraauth.app.storage;

import io.github.auraauth.adapter.pages.PageImage;
import io.github.auraauth.domain.file.FileName;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.Outage;
import io.github.auraauth.port.out.file.StoredFiles;
import io.github.auraauth.usecase.file.FileFetch;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The picture on the page of a success, from the operator's storage. Until it is there, and where it is not a picture,
 * that of this machine is shown, if there is one. Read by many threads, fetched by one.
 */
public final class SuccessImage implements Supplier<Optional<PageImage>> {
    private static final Logger LOG = LoggerFactory.getLogger(SuccessImage.class);

    private final FileFetch file;
    private volatile Optional<PageImage> current;
    private boolean missed;

    /** @param local what is shown until then */
    public SuccessImage(StoredFiles files, FileName name, Optional<PageImage> local) {
        this.file = new FileFetch(files, name, PageImage.LARGEST + 1);
        this.current = local;
    }

    @Override
    public Optional<PageImage> get() {
        return current;
    }

    /**
     * Fetches it, unless that has been done. One that is not there may come later, so it is worth calling again.
     *
     * @throws Outage when the storage does not do its part
     */
    public void fetch(Deadline deadline) {
        file.fetch(deadline).ifPresent(this::take);
        if (!file.isSettled() && !missed) {
            LOG.warn("AURA_IMAGE_SUCCESS is not among the static resources; it is looked for again and again");
            missed = true;
        }
    }

    private void take(byte[] bytes) {
        try {
            current = Optional.of(PageImage.of(bytes));
        } catch (IllegalArgumentException e) {
            LOG.warn("AURA_IMAGE_SUCCESS is not shown: {}", e.getMessage());
        }
    }
}
