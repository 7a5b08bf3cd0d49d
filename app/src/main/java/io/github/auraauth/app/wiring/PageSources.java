package io.github.auraauth.app.wiring;

import io.github.auraauth.adapter.pages.Locales;
import io.github.auraauth.adapter.pages.PageConfig;
import io.github.auraauth.adapter.pages.PageImage;
import io.github.auraauth.app.config.Configuration;
import io.github.auraauth.app.config.ServiceAddress;
import io.github.auraauth.app.config.login.PageSettings;
import io.github.auraauth.app.process.BackgroundWork;
import io.github.auraauth.app.process.ScheduledJob;
import io.github.auraauth.app.process.StartRefused;
import io.github.auraauth.app.storage.FolderFiles;
import io.github.auraauth.app.storage.LocaleTexts;
import io.github.auraauth.app.storage.SuccessImage;
import io.github.auraauth.domain.file.FileName;
import io.github.auraauth.front.browser.PublicAddress;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.Outage;
import io.github.auraauth.port.out.file.StoredFiles;
import io.github.auraauth.usecase.file.PageTextRefresh;
import io.github.auraauth.usecase.file.ResourceUpload;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The sources of pages: texts and a picture, of this machine and, where it is configured, of the operator's storage. */
final class PageSources {
    private static final Logger LOG = LoggerFactory.getLogger(PageSources.class);
    private static final Duration FIRST_LOOK = Duration.ofSeconds(5);
    private static final Duration LIMIT = Duration.ofMinutes(1);
    private static final Duration PAUSE = Duration.ofMinutes(1);

    private final PageSettings settings;
    private final PublicAddress address;
    private final Locales localTexts;
    private final Optional<PageImage> localImage;

    /** @throws StartRefused when a text of this machine is missing or broken, or the picture is none */
    PageSources(Configuration configuration) throws StartRefused {
        settings = configuration.login().pages();
        ServiceAddress service = ServiceAddress.of(configuration);
        address = PublicAddress.of(URI.create(service.root()));
        try {
            String kind = configuration.deployment().kind().name();
            localTexts = Locales.of(settings.texts(), kind, settings.locale());
        } catch (IllegalArgumentException e) {
            throw new StartRefused("AURA_LOCALE_FOLDER: " + e.getMessage(), e);
        }
        try {
            localImage = settings.localImage().map(PageImage::read);
        } catch (IllegalArgumentException e) {
            throw new StartRefused("AURA_IMAGE_SUCCESS: " + e.getMessage(), e);
        }
    }

    /** How pages are shown; what the storage has comes in with the time, the texts of now if it answers soon. */
    PageConfig over(OperatorStorage storage, BackgroundWork background, InstantSource clock) {
        Supplier<Locales> texts = () -> localTexts;
        if (storage.texts().isPresent() && settings.remoteTexts().isPresent()) {
            texts = remoteTexts(storage.texts().get(), settings.remoteTexts().get(), background, clock);
        }
        Supplier<Optional<PageImage>> image = () -> localImage;
        if (storage.resources().isPresent()) {
            image = remoteImage(storage.resources().get(), background);
        }
        return new PageConfig(address, texts, image, settings.zone());
    }

    private Supplier<Locales> remoteTexts(
            StoredFiles files, PageSettings.RemoteTexts wanted, BackgroundWork background, InstantSource clock) {
        LocaleTexts texts = new LocaleTexts(localTexts);
        PageTextRefresh refresh = new PageTextRefresh(files, texts, wanted.backup());
        try {
            refresh.refresh(Deadline.in(FIRST_LOOK, clock));
        } catch (Outage outage) {
            LOG.warn("the remote texts could not be read yet: {}", outage.getMessage());
        }
        background.schedule(ScheduledJob.every(wanted.pause(), LIMIT, "refreshing texts", refresh::refresh));
        return texts;
    }

    private Supplier<Optional<PageImage>> remoteImage(StoredFiles files, BackgroundWork background) {
        ResourceUpload upload = new ResourceUpload(new FolderFiles(settings.resources()), files);
        background.schedule(ScheduledJob.fromNowEvery(
                PAUSE, LIMIT, "uploading static resources", deadline -> upload(upload, deadline)));
        if (settings.successImage().isEmpty()) {
            return Optional::empty;
        }
        SuccessImage image =
                new SuccessImage(files, new FileName(settings.successImage().get()), localImage);
        background.schedule(ScheduledJob.fromNowEvery(PAUSE, LIMIT, "fetching the picture", image::fetch));
        return image;
    }

    private static void upload(ResourceUpload upload, Deadline deadline) {
        int number = upload.run(deadline).orElse(0);
        if (number > 0) {
            LOG.info("the static resources are uploaded: {}", number);
        }
    }
}
