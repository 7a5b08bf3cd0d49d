package io.github.auraauth.adapter.memory;

import io.github.auraauth.port.out.StoredFiles;
import io.github.auraauth.testkit.StoredFilesContract;

class InMemoryStoredFilesTest implements StoredFilesContract {
    private final StoredFiles files = new InMemoryStoredFiles();

    @Override
    public StoredFiles files() {
        return files;
    }
}
