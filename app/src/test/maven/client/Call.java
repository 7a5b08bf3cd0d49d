import java.util.UUID;
import org.openapitools.client.ApiClient;
import org.openapitools.client.ApiException;
import org.openapitools.client.api.UsersApi;
import org.openapitools.client.model.AuthenticationType;
import org.openapitools.client.model.ReturnAnonymous;
import org.openapitools.client.model.User;
import org.openapitools.client.model.UserOrAnonymous;

/** Registers a user and reads it, with the client that was generated. */
public final class Call {
    private Call() {}

    public static void main(String[] arguments) throws ApiException {
        String channel = System.getenv("CHANNEL");
        ApiClient client = new ApiClient();
        client.updateBaseUri(System.getenv("AURA"));
        client.setRequestInterceptor(
                request -> request.header("Authorization", "APIKEY " + System.getenv("APIKEY")));
        UsersApi users = new UsersApi(client);

        User user = users.registerUserWithAuraId(
                "java",
                channel,
                "user-1",
                "session-java",
                AuthenticationType.EMAIL,
                "java@example.org",
                null,
                "2099-01-01T00:00:00Z");
        System.out.println("registered " + user.getAuraId() + " " + user.getAuthenticationIdentifier() + " "
                + user.getExpiresAt());

        UserOrAnonymous read = users.readUser("java", null, null, null);
        System.out.println("read " + read.getAuraId() + " " + read.getAnonymous());

        UserOrAnonymous anonymous = users.readUser("nobody", ReturnAnonymous.TRUE, channel, null);
        System.out.println("anonymous " + anonymous.getAuraId() + " " + anonymous.getAnonymous());

        try {
            users.readUser("nobody", null, null, null);
        } catch (ApiException missing) {
            System.out.println("missing " + missing.getCode() + " " + missing.getResponseBody());
        }
        if (!UUID.fromString(channel).equals(user.getChannelId())) {
            throw new IllegalStateException("another channel");
        }
    }
}
