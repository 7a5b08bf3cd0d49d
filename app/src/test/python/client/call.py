"""Registers a user and reads it, with the client that was generated."""
import os

from openapi.api.users import read_user, register_user_with_aura_id
from openapi.client import AuthenticatedClient
from openapi.models import ApiError, AuthenticationType, ReturnAnonymous, User, UserOrAnonymous

CHANNEL = os.environ["CHANNEL"]
client = AuthenticatedClient(os.environ["AURA"], token=os.environ["APIKEY"], prefix="APIKEY")

user = register_user_with_aura_id.sync(
    "python",
    client=client,
    x_4p_channel_id=CHANNEL,
    x_4p_user_id="user-1",
    x_4p_authorization_id="session-python",
    x_4p_authentication_type=AuthenticationType.EMAIL,
    x_4p_authentication_identifier="python@example.org",
    x_4p_expires_at="2099-01-01T00:00:00Z",
)
assert isinstance(user, User), user
print("registered", user.aura_id, user.authentication_identifier, user.expires_at.isoformat())

read = read_user.sync("python", client=client)
assert isinstance(read, UserOrAnonymous), read
print("read", read.aura_id, read.anonymous)

anonymous = read_user.sync(
    "nobody", client=client, return_anonymous=ReturnAnonymous.TRUE, x_4p_channel_id=CHANNEL
)
assert isinstance(anonymous, UserOrAnonymous), anonymous
print("anonymous", anonymous.aura_id, anonymous.anonymous)

missing = read_user.sync_detailed("nobody", client=client)
assert isinstance(missing.parsed, ApiError), missing
print("missing", missing.status_code.value, missing.parsed.code.value)
