package io.github.auraauth.app.wiring;

import io.github.auraauth.adapter.azure.AzureAccount;
import io.github.auraauth.adapter.azure.AzureStoredFiles;
import io.github.auraauth.adapter.azure.BlobLocation;
import io.github.auraauth.app.config.Configuration;
import io.github.auraauth.app.config.PageSettings;
import io.github.auraauth.app.config.StorageSettings;
import io.github.auraauth.outgoing.OutgoingHttp;
import io.github.auraauth.port.out.file.StoredFiles;
import java.util.Optional;

/** The places in the operator's storage that are configured, each as files. */
record OperatorStorage(Optional<StoredFiles> texts, Optional<StoredFiles> resources) {
    /** What metrics and outages call the account. */
    static final String ACCOUNT = "storage";

    /** What they call the storage of static resources. */
    static final String RESOURCES = "static-resources";

    static OperatorStorage of(Configuration configuration, OutgoingHttp outgoing) {
        StorageSettings storage = configuration.upstream().storage();
        Optional<StoredFiles> texts = configuration
                .login()
                .pages()
                .remoteTexts()
                .flatMap(wanted -> storage.account().map(account -> texts(account, wanted, outgoing)));
        return new OperatorStorage(texts, storage.staticResources().map(resources -> resources(resources, outgoing)));
    }

    private static StoredFiles texts(
            StorageSettings.Account account, PageSettings.RemoteTexts wanted, OutgoingHttp outgoing) {
        return new AzureStoredFiles(
                AzureAccount.withKey(account.endpoint(), account.name(), account.key()),
                new BlobLocation(wanted.container(), wanted.prefix()),
                outgoing.upstream(ACCOUNT));
    }

    private static StoredFiles resources(StorageSettings.StaticResources resources, OutgoingHttp outgoing) {
        return new AzureStoredFiles(
                AzureAccount.withSas(resources.endpoint(), resources.sasToken()),
                new BlobLocation(resources.container(), resources.prefix()),
                outgoing.upstream(RESOURCES));
    }
}
