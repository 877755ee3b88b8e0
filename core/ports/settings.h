// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/officestore.h"

namespace kessai {

// What administrators set besides rules: the numbers the office goes by, its forms, and why vouchers go back. Everything is in force from a day
// after today on, for a reason, and replaces what was to come from the same day on; nothing that was filed is judged by it.

inline constexpr qsizetype kLongestReason = 200;
inline constexpr qsizetype kLongestSource = 300;
inline constexpr qint64 kMostParameter = 999'999'999'999;
inline constexpr int kMostParameterRows = 500;
/// Below it nobody could register anything any more, this included.
inline constexpr qint64 kLeastDayLimit = 10;

/// The least a number of the office may be whatever else is said of it: nothing is divided by 0, and nobody is locked out.
qint64 leastParameter(const QString &key);

/// Numbers, each from its day on and by its source.
struct AdoptParameters final {
    std::vector<Parameters::Row> rows; ///< `addedIn` says nothing here
    QString reason;                    ///< one line
    int seen = 0; ///< the newest revision of the office in which any number was written down, as the writer knew it
    friend bool operator==(const AdoptParameters &, const AdoptParameters &) = default;
};

/// The next revision of a form.
struct AdoptForm final {
    FormDefinition definition;
    QString reason; ///< one line
    int seen = 0;   ///< the newest revision of the form its writer had seen
    friend bool operator==(const AdoptForm &, const AdoptForm &) = default;
};

/// The next list of reasons vouchers go back for.
struct AdoptFaults final {
    FaultList list;
    QString reason; ///< one line
    int seen = 0;   ///< the newest list its writer had seen; 0 where there is none yet
    friend bool operator==(const AdoptFaults &, const AdoptFaults &) = default;
};

/// Whose name stands with what a newer program brought.
inline constexpr QLatin1String kBroughtBy("kessai-admin");

/// Who put a revision of something an office sets in force, when and why.
struct SettingAct final {
    enum class Kind { Form = 1, Route = 2, Table = 3, Faults = 4, Number = 5 };
    Kind kind;
    QString name;     ///< of the form, the form of the route, the table or the number; lists of reasons have none
    int revision = 0; ///< of it; of a number the revision of the office
    Instant at;
    QString by; ///< login
    QString reason;
    friend bool operator==(const SettingAct &, const SettingAct &) = default;
};
/// The act by which a revision came to be; none of what is there since the founding.
const SettingAct *actOf(const std::vector<SettingAct> &acts, SettingAct::Kind kind, const QString &name, int revision);

/// Whether a reason is said, in one line.
Result<> checkReason(const QString &reason);
/// Whether it may be put in force: its days, the reason, that it is known, that programs can read it, and that its writer had seen the newest. What
/// is wrong with what it says `problemsIn` tells.
Result<> checkAdoption(const AdoptParameters &adoption, const Configuration &configuration, const QDate &today);
Result<> checkAdoption(const AdoptForm &adoption, const Configuration &configuration, const QDate &today);
Result<> checkAdoption(const AdoptFaults &adoption, const Configuration &configuration, const QDate &today);

/// What `seen` is of a configuration that was just read.
int newestParameters(const Parameters &parameters);
int newestForm(const Configuration &configuration, const QString &code);
int newestFaults(const Configuration &configuration);

/// What a clerk has to put right before numbers can be put in force: out of their range, without a source, or the end of something before its beginning.
std::vector<Bilingual> problemsIn(const std::vector<Parameters::Row> &rows, const Parameters &parameters);

} // namespace kessai
