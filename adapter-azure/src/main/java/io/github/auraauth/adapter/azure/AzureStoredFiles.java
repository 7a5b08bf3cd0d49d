package io.github.auraauth.adapter.azure;

import static java.util.Objects.requireNonNull;

import com.azure.core.http.rest.PagedIterable;
import com.azure.core.http.rest.PagedResponse;
import com.azure.core.util.BinaryData;
import com.azure.core.util.Context;
import com.azure.storage.blob.BlobClient;
import com.azure.storage.blob.BlobContainerClient;
import com.azure.storage.blob.models.BlobErrorCode;
import com.azure.storage.blob.models.BlobHttpHeaders;
import com.azure.storage.blob.models.BlobItem;
import com.azure.storage.blob.models.BlobRange;
import com.azure.storage.blob.models.BlobStorageException;
import com.azure.storage.blob.models.DownloadRetryOptions;
import com.azure.storage.blob.models.ListBlobsOptions;
import com.azure.storage.blob.options.BlockBlobSimpleUploadOptions;
import com.azure.storage.common.policy.RequestRetryOptions;
import com.azure.storage.common.policy.RetryPolicyType;
import io.github.auraauth.domain.file.FileName;
import io.github.auraauth.outgoing.Peer;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.Outage;
import io.github.auraauth.port.out.file.StoredFiles;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Files as block blobs of a container of Azure Blob Storage; the container must be there. */
public final class AzureStoredFiles implements StoredFiles {
    private static final int NAMES_AT_ONCE = 500;

    /** A page may hold fewer names than were asked for, even none. */
    private static final int MOST_PAGES = 100;

    /** The outgoing client repeats what fails, so that the SDK need not. */
    private static final RequestRetryOptions ONCE =
            new RequestRetryOptions(RetryPolicyType.FIXED, 1, 3_600, null, null, null);

    private final AzureAccount account;
    private final AzurePlace place;
    private final Peer peer;

    /**
     * Files in that place; nothing is asked for yet.
     *
     * @param peer what the storage is called, in outages too
     */
    public AzureStoredFiles(AzureAccount account, AzurePlace place, Peer peer) {
        this.account = account;
        this.place = place;
        this.peer = peer;
    }

    @Override
    public List<Listed> list(Deadline deadline) {
        requireNonNull(deadline, "deadline");
        ListBlobsOptions wanted =
                new ListBlobsOptions().setPrefix(place.prefix()).setMaxResultsPerPage(NAMES_AT_ONCE);
        return ask(deadline, container -> all(container.listBlobsByHierarchy("/", wanted, null)));
    }

    @Override
    public Optional<byte[]> read(FileName name, int most, Deadline deadline) {
        requireNonNull(name, "name");
        requireNonNull(deadline, "deadline");
        if (most < 1 || most > LARGEST_READ) {
            throw new IllegalArgumentException("most must be 1 to 1 MiB");
        }
        return ask(deadline, container -> beginning(container.getBlobClient(place.blob(name)), most));
    }

    @Override
    public void write(FileName name, String mediaType, byte[] bytes, Deadline deadline) {
        requireNonNull(name, "name");
        requireNonNull(mediaType, "mediaType");
        requireNonNull(bytes, "bytes");
        requireNonNull(deadline, "deadline");
        if (bytes.length > LARGEST) {
            throw new IllegalArgumentException("bytes must be 16 MiB at most");
        }
        BlockBlobSimpleUploadOptions file = new BlockBlobSimpleUploadOptions(BinaryData.fromBytes(bytes.clone()))
                .setHeaders(new BlobHttpHeaders().setContentType(mediaType));
        ask(
                deadline,
                container -> container
                        .getBlobClient(place.blob(name))
                        .getBlockBlobClient()
                        .uploadWithResponse(file, null, Context.NONE));
    }

    private List<Listed> all(PagedIterable<BlobItem> blobs) {
        List<Listed> all = new ArrayList<>();
        int pages = 0;
        for (PagedResponse<BlobItem> page : blobs.iterableByPage()) {
            page.getValue().stream()
                    .filter(blob -> !Boolean.TRUE.equals(blob.isPrefix()))
                    .flatMap(blob -> listed(blob).stream())
                    .forEach(all::add);
            if (all.size() > MOST_LISTED || ++pages > MOST_PAGES) {
                throw new Outage.UpstreamFailed(peer.name() + " (too many files)");
            }
        }
        return all;
    }

    private static Optional<byte[]> beginning(BlobClient blob, int most) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        BlobRange range = new BlobRange(0, (long) most);
        DownloadRetryOptions once = new DownloadRetryOptions().setMaxRetryRequests(0);
        try {
            blob.downloadStreamWithResponse(bytes, range, once, null, false, null, Context.NONE);
            return Optional.of(bytes.toByteArray());
        } catch (BlobStorageException e) {
            if (BlobErrorCode.BLOB_NOT_FOUND.equals(e.getErrorCode())) {
                return Optional.empty();
            }
            // an empty file has no beginning
            if (BlobErrorCode.INVALID_RANGE.equals(e.getErrorCode())) {
                return Optional.of(bytes.toByteArray());
            }
            throw e;
        }
    }

    private Optional<Listed> listed(BlobItem blob) {
        return place.fileOf(blob.getName())
                .map(name -> new Listed(name, blob.getProperties().getETag()));
    }

    /** By a client of its own, since only so the deadline gets to all requests that the SDK makes of one call. */
    private <T> T ask(Deadline deadline, Function<BlobContainerClient, T> question) {
        OutgoingTransport transport = new OutgoingTransport(peer, "/" + place.container() + "/{blob}", deadline);
        try {
            BlobContainerClient container = account.container(place.container())
                    .httpClient(transport)
                    .retryOptions(ONCE)
                    .buildClient();
            return question.apply(container);
        } catch (Outage outage) {
            throw outage;
        } catch (BlobStorageException e) {
            // its message and its cause stay here: they quote the request
            throw new Outage.UpstreamFailed(peer.name() + " (status " + e.getStatusCode() + ")");
        } catch (RuntimeException e) {
            throw transport.outage().orElseGet(() -> new Outage.UpstreamFailed(peer.name()));
        }
    }
}
