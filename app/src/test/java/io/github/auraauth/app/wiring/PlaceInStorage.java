package io.github.auraauth.app.wiring;

import io.github.auraauth.adapter.azure.FakeBlobStorage;
import io.github.auraauth.app.config.Configuration;
import io.github.auraauth.app.config.upstream.StorageSettings;
import io.github.auraauth.app.config.upstream.UpstreamSettings;
import io.github.auraauth.domain.file.FileName;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.out.file.StoredFiles;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/** Where in a storage a file lands that is written to one of the operator's places. */
final class PlaceInStorage {
    private PlaceInStorage() {}

    static Object ofTexts(Arrived arrived) {
        return written(arrived, OperatorStorage::texts);
    }

    static Object ofIndexes(Arrived arrived) {
        return written(arrived, OperatorStorage::indexes);
    }

    static Object ofResources(Arrived arrived) {
        return written(arrived, OperatorStorage::resources);
    }

    private static String written(Arrived arrived, Function<OperatorStorage, Optional<StoredFiles>> place) {
        try (FakeBlobStorage storage = new FakeBlobStorage()) {
            // a signature that is asked for would be missed where a key signs
            arrived.configuration()
                    .upstream()
                    .storage()
                    .staticResources()
                    .ifPresent(any -> storage.openFor("sig=fake"));
            Configuration there = at(storage, arrived.configuration());
            arrived.withOutgoing(outgoing -> {
                place.apply(OperatorStorage.of(there, outgoing))
                        .orElseThrow()
                        .write(
                                new FileName("a.json"),
                                "application/json",
                                new byte[1],
                                Deadline.in(Duration.ofSeconds(10), Arrived.SOURCES.clock()));
                return 0;
            });
            return storage.paths().get(0);
        }
    }

    /** The same configuration with its storage at that address. */
    private static Configuration at(FakeBlobStorage storage, Configuration from) {
        StorageSettings given = from.upstream().storage();
        StorageSettings there = new StorageSettings(
                given.account()
                        .map(account -> new StorageSettings.Account(
                                storage.endpoint(), FakeBlobStorage.ACCOUNT, account.key())),
                given.staticResources()
                        .map(resources -> new StorageSettings.StaticResources(
                                storage.endpoint(), resources.sasToken(), resources.container(), resources.prefix())),
                given.common()
                        .map(account -> new StorageSettings.Account(
                                storage.endpoint(), FakeBlobStorage.ACCOUNT, account.key())),
                given.indexes());
        UpstreamSettings upstream = from.upstream();
        return new Configuration(
                from.deployment(),
                from.http(),
                from.keys(),
                from.mongo(),
                from.redis(),
                from.terms(),
                from.accounts(),
                new UpstreamSettings(
                        upstream.outgoing(), upstream.directLine(), upstream.channels(), upstream.kernel(), there),
                from.login(),
                from.signing(),
                from.logging(),
                from.tracing(),
                from.audit(),
                from.behaviours(),
                from.notices());
    }
}
