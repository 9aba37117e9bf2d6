"""Passwords: argon2id, and no difference between no account and a wrong password."""

from marketplace.toegang.wachtwoorden import hash_password, verify_password


async def test_a_hash_fits_its_own_password_only() -> None:
    made = hash_password("goed paard batterij")
    assert made.startswith("$argon2id$")
    assert await verify_password(made, "goed paard batterij")
    assert not await verify_password(made, "goed paard")


async def test_without_an_account_no_password_fits() -> None:
    assert not await verify_password(None, "wat dan ook")


async def test_a_hash_that_is_none_fits_nothing() -> None:
    assert not await verify_password("geen hash", "geen hash")
