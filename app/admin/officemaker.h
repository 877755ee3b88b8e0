// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/admin/sample/samplehistory.h"
#include "core/store/databaseurl.h"
#include "core/store/officeadditions.h"

#include <optional>

namespace kessai {

class Database;
struct OfficeFounding;

/// What a new office is to be.
struct OfficeWish final {
    bool sample = false;
    QString officeName; ///< empty = the sample's own, or "市役所"
    QString adminLogin; ///< the one administrator of an office that is not the sample
    QString adminName;  ///< family and given name, parted by a space
    QString password;   ///< on a server: of the administrator, or of everybody in the sample
    quint64 seed = 0;   ///< of the sample's chance
};

/// Somebody to sign in as, told at the end and kept for the sign-in window.
struct SignInHint final {
    QString login;
    QString name;
    QString section;
    QString title;
    QString noteJa;
    QString noteEn;
};

/// The numbers, forms and rules that this program brings.
Result<Shipped> shippedData();

/// What was made.
struct OfficeMade final {
    QString officeName;
    int staff = 0;
    std::optional<SampleFigures> sample;
    std::vector<SignInHint> signIns;
    QStringList keptLogins; ///< were on the server already, for another office, and keep their passwords
};

/// Makes a new office in a database of its own, whole or not at all (core/store/newdatabase.h): schema, organisation, forms,
/// rules, parameters, on a server the login roles, and for the sample three months of history that end at `now`.
Result<OfficeMade> makeOffice(const DatabaseUrl &url, const OfficeWish &wish, Instant now,
                              const std::function<void(int done, int all)> &progress);

} // namespace kessai
