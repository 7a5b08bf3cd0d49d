package io.github.auraauth.app.wiring;

import io.github.auraauth.adapter.azure.AzureAccount;
import io.github.auraauth.adapter.azure.AzureStoredFiles;
import io.github.auraauth.adapter.azure.BlobLocation;
import io.github.auraauth.app.config.Configuration;
import io.github.auraauth.app.config.login.PageSettings;
import io.github.auraauth.app.config.upstream.StorageSettings;
import io.github.auraauth.outgoing.OutgoingHttp;
import io.github.auraauth.outgoing.UpstreamClient;
import io.github.auraauth.port.out.file.StoredFiles;
import java.util.Optional;

/** The places in the operator's storage that are configured, each as files. */
public record OperatorStorage(
        Optional<StoredFiles> texts,
        Optional<StoredFiles> resources,
        Optional<StoredFiles> kpis,
        Optional<StoredFiles> indexes,
        Optional<StoredFiles> behaviours) {
    /** What metrics and outages call the account. */
    public static final String ACCOUNT = "storage";

    /** What they call the storage of static resources. */
    public static final String RESOURCES = "static-resources";

    /** What they call the common storage. */
    public static final String COMMON = "common-storage";

    /** So that no behaviour of the storage keeps the file away that would end it. */
    private static final String BEHAVIOURS = "behaviour-manager";

    private static final String KPIS = "kpis";

    static OperatorStorage of(Configuration configuration, OutgoingHttp outgoing) {
        StorageSettings storage = configuration.upstream().storage();
        Optional<StoredFiles> texts = configuration
                .login()
                .pages()
                .remoteTexts()
                .flatMap(wanted -> storage.account().map(account -> texts(account, wanted, outgoing)));
        return new OperatorStorage(
                texts,
                storage.staticResources().map(resources -> resources(resources, outgoing)),
                storage.common().map(common -> files(common, new BlobLocation(KPIS, ""), outgoing.upstream(COMMON))),
                storage.indexes()
                        .flatMap(container ->
                                storage.account().map(account -> indexes(configuration, account, container, outgoing))),
                configuration
                        .behaviours()
                        .flatMap(wanted -> storage.account()
                                .map(account -> files(
                                        account,
                                        new BlobLocation(wanted.container(), ""),
                                        outgoing.upstream(BEHAVIOURS)))));
    }

    private static StoredFiles texts(
            StorageSettings.Account account, PageSettings.RemoteTexts wanted, OutgoingHttp outgoing) {
        return files(account, new BlobLocation(wanted.container(), wanted.prefix()), outgoing.upstream(ACCOUNT));
    }

    private static StoredFiles indexes(
            Configuration configuration, StorageSettings.Account account, String container, OutgoingHttp outgoing) {
        String folder = configuration.deployment().version();
        return files(account, new BlobLocation(container, folder), outgoing.upstream(ACCOUNT));
    }

    private static StoredFiles files(StorageSettings.Account account, BlobLocation location, UpstreamClient upstream) {
        AzureAccount entered = AzureAccount.withKey(account.endpoint(), account.name(), account.key());
        return new AzureStoredFiles(entered, location, upstream);
    }

    private static StoredFiles resources(StorageSettings.StaticResources resources, OutgoingHttp outgoing) {
        return new AzureStoredFiles(
                AzureAccount.withSas(resources.endpoint(), resources.sasToken()),
                new BlobLocation(resources.container(), resources.prefix()),
                outgoing.upstream(RESOURCES));
    }
}
