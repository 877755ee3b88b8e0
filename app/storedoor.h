// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/ports/door.h"

namespace kessai {

/// Opens offices through core/store: a file as somebody chosen from it, a server with login and password.
class StoreDoor final : public Door {
public:
    /// `clock` outlives the door and every store it opened.
    explicit StoreDoor(const Clock &clock);

    Result<std::unique_ptr<Store>> open(const SignIn &signIn) override;
    /// Invalid for a server, which tells nobody who works there.
    Result<std::vector<Person>> people(const QString &database) override;

private:
    const Clock &m_clock;
};

} // namespace kessai
