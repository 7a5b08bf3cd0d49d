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
import io.github.auraauth.outgoing.UpstreamClient;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.Outage;
import io.github.auraauth.port.out.file.StoredFiles;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Files as block blobs of a container of Azure Blob Storage; the container must exist. */
public final class AzureStoredFiles implements StoredFiles {
    private static final int NAMES_PER_PAGE = 500;

    /** A page may hold fewer names than were asked for, even none. */
    private static final int MAX_PAGES = 100;

    /** The upstream client retries, so that the SDK need not. */
    private static final RequestRetryOptions ONCE =
            new RequestRetryOptions(RetryPolicyType.FIXED, 1, 3_600, null, null, null);

    private final AzureAccount account;
    private final BlobLocation location;
    private final UpstreamClient upstream;

    /**
     * Files in that location; nothing is requested yet.
     *
     * @param upstream the client of the storage
     */
    public AzureStoredFiles(AzureAccount account, BlobLocation location, UpstreamClient upstream) {
        this.account = account;
        this.location = location;
        this.upstream = upstream;
    }

    @Override
    public List<Listed> list(Deadline deadline) {
        requireNonNull(deadline, "deadline");
        ListBlobsOptions wanted =
                new ListBlobsOptions().setPrefix(location.prefix()).setMaxResultsPerPage(NAMES_PER_PAGE);
        return ask(deadline, container -> all(container.listBlobsByHierarchy("/", wanted, null)));
    }

    @Override
    public Optional<byte[]> read(FileName name, int most, Deadline deadline) {
        requireNonNull(name, "name");
        requireNonNull(deadline, "deadline");
        if (most < 1 || most > LARGEST_READ) {
            throw new IllegalArgumentException("most must be 1 to 1 MiB");
        }
        return ask(deadline, container -> beginning(container.getBlobClient(location.blob(name)), most));
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
                        .getBlobClient(location.blob(name))
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
            if (all.size() > MOST_LISTED || ++pages > MAX_PAGES) {
                throw new Outage.UpstreamFailed(upstream.name() + " (too many files)");
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
            // the range of an empty file is invalid
            if (BlobErrorCode.INVALID_RANGE.equals(e.getErrorCode())) {
                return Optional.of(bytes.toByteArray());
            }
            throw e;
        }
    }

    private Optional<Listed> listed(BlobItem blob) {
        return location.fileOf(blob.getName())
                .map(name -> new Listed(name, blob.getProperties().getETag()));
    }

    /** Uses a client of its own: only so does the deadline apply to every request that the SDK makes of one call. */
    private <T> T ask(Deadline deadline, Function<BlobContainerClient, T> question) {
        OutgoingTransport transport = new OutgoingTransport(upstream, "/" + location.container() + "/{blob}", deadline);
        try {
            BlobContainerClient container = account.container(location.container())
                    .httpClient(transport)
                    .retryOptions(ONCE)
                    .buildClient();
            return question.apply(container);
        } catch (Outage outage) {
            throw outage;
        } catch (BlobStorageException e) {
            // without its message and its cause, which quote the request
            throw new Outage.UpstreamFailed(upstream.name() + " (status " + e.getStatusCode() + ")");
        } catch (RuntimeException e) {
            throw transport.outage().orElseGet(() -> new Outage.UpstreamFailed(upstream.name()));
        }
    }
}
