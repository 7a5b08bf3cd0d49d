package io.github.auraauth.adapter.azure;

import com.azure.storage.blob.BlobContainerClientBuilder;
import com.azure.storage.common.StorageSharedKeyCredential;
import io.github.auraauth.domain.secret.Secret;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.function.Consumer;

/** A storage account and its credential. Prints its address only. */
public final class AzureAccount {
    private final URI endpoint;
    private final Consumer<BlobContainerClientBuilder> credential;

    private AzureAccount(URI endpoint, Consumer<BlobContainerClientBuilder> credential) {
        boolean http = "http".equals(endpoint.getScheme()) || "https".equals(endpoint.getScheme());
        if (!http || endpoint.getHost() == null || endpoint.getRawUserInfo() != null) {
            throw new IllegalArgumentException("endpoint must be an address of http or https with a host");
        }
        if (endpoint.getRawQuery() != null || endpoint.getRawFragment() != null) {
            throw new IllegalArgumentException("endpoint must end with its path");
        }
        this.endpoint = endpoint;
        this.credential = credential;
    }

    /**
     * An account with one of its access keys.
     *
     * @param endpoint of its Blob Storage, for example {@code https://name.blob.core.windows.net}
     * @param key in base64
     */
    public static AzureAccount withKey(URI endpoint, String name, Secret key) {
        String text = new String(key.reveal(), StandardCharsets.US_ASCII);
        if (!isBase64(text)) {
            throw new IllegalArgumentException("key must be base64");
        }
        return new AzureAccount(endpoint, builder -> builder.credential(new StorageSharedKeyCredential(name, text)));
    }

    /**
     * An account with a shared access signature.
     *
     * @param endpoint of its Blob Storage
     * @param token the signature as a query, with or without the question mark
     */
    public static AzureAccount withSas(URI endpoint, Secret token) {
        String text = new String(token.reveal(), StandardCharsets.US_ASCII);
        return new AzureAccount(endpoint, builder -> builder.sasToken(text.startsWith("?") ? text.substring(1) : text));
    }

    /** A builder of a client of one of its containers, with the credential. */
    BlobContainerClientBuilder container(String name) {
        BlobContainerClientBuilder builder =
                new BlobContainerClientBuilder().endpoint(endpoint.toString()).containerName(name);
        credential.accept(builder);
        return builder;
    }

    private static boolean isBase64(String text) {
        try {
            return Base64.getDecoder().decode(text).length > 0;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    @Override
    public String toString() {
        return "AzureAccount[" + endpoint + "]";
    }
}
