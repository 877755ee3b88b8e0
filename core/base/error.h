// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace kessai {

/// Why the engine or the notary refuses an act. Stored and sent as code, shown in the user's words by ui/errortext.
enum class Refusal {
    NotYourTurn,         ///< no open assignment of this case is the actor's today
    OwnCase,             ///< nobody approves, returns or rejects what they filed themselves
    NotDrafter,          ///< only the drafter submits, withdraws, cancels or edits
    AlreadyDecided,      ///< a decided case does not change any more
    AlreadyActed,        ///< somebody was faster on this assignment
    WrongState,          ///< the case's state does not allow this act
    AlreadyMoved,        ///< withdrawing is too late: a step has been acted on in this round
    ReasonMissing,       ///< return, reject and cancel need a reason
    NoSuchStep,          ///< the step to return to does not lie before the current one
    NoDecider,           ///< the route has no step that decides, or nobody to ask for it
    EmptyStep,           ///< a blocking step has nobody to ask
    UnknownStaff,        ///< the actor or a named person is not in the office on that day
    OrderedCannotReject, ///< whoever examines what was ordered sends it back, they do not end it
    OrderStands,         ///< what was ordered is with its examiner, and not for the drafter alone to take back
    ConsultCannotReject, ///< a consulted section objects by returning, it does not end the case
    Stale,               ///< the history moved on since the case was read
    Damaged,             ///< the record does not prove itself; nobody may act on it
    TooManyAttachments,
    ContentInvalid,   ///< the form's own checks found an error
    OthersFirst,      ///< a consultation or examination is missing, which no superior passes over
    DeciderOnly,      ///< an important or disputed case is decided by the decider alone
    NoStandIn,        ///< the decider is there, or another stand-in comes first
    RemindedBefore,   ///< the case was reminded of too short a time ago
    PeriodInvalid,    ///< what is registered begins before today, or ends before it begins or where it ends already
    SelfAppointed,    ///< nobody registers themselves as deputy, stand-in or successor of somebody else
    GoesInCircles,    ///< the work of a post would come back to it
    NotCancellable,   ///< what is to be cancelled is no decided case of the drafter's own, or a cancellation itself
    CancelledBefore,  ///< the case is cancelled, or a cancellation of it runs
    FilerAsked,       ///< whoever files for a colleague would be asked about it
    DecidedHigher,    ///< what was decided higher up is to be cancelled there
    MonthClosed,      ///< the overtime of the month is final
    PartTaken,        ///< whoever examines money has no other part in the case, and whoever has one does not examine it
    NotPayable,       ///< what is to be paid is no decided voucher, is paid or being cancelled, or its payee is another
    OverBudget,       ///< more is taken of a budget line or commitment than is there; the detail is a Shortage
    ReferenceInvalid, ///< what a case rests on does not stand, or is not as the case says
    OtherChange,      ///< another change of the same commitment runs, or stands and would stay behind
    NotInspected,   ///< what is paid of a commitment needs a decided inspection report that passed, by whoever is named
    Attended,       ///< somebody is there to act on what waits, and nothing is taken from them
    TooManyEntries, ///< more is registered than anybody needs, at a time or within a day
};

/// What went wrong outside the engine: connection, storage, rights, input.
enum class ErrorCode {
    Refused, ///< the act was refused; `Error::refusal` says why
    ConnectionLost,
    Unreachable,
    SignInRejected,
    AccessDenied,
    NotFound,
    AlreadyExists,
    Damaged,
    Invalid,
    Busy,
    Cancelled,
    OutcomeUnknown, ///< the connection broke while an act was under way; ask again with the same request id
    StorageFull,
    FileUnreadable,
    TooLarge,
    NetworkShare, ///< an SQLite file on a network share is refused
    ClientTooOld,
    DatabaseTooOld,
    NotADatabase,
    Internal,
};

/// An error as data. `detail` is English for the log; people read ui/errortext.
struct Error final {
    ErrorCode code = ErrorCode::Internal;
    QString detail;
    std::optional<Refusal> refusal{};

    static Error refused(Refusal r, QString detail = {}) { return Error{ErrorCode::Refused, std::move(detail), r}; }
    friend bool operator==(const Error &, const Error &) = default;
};

/// The stored, stable code of a refusal ("NotYourTurn") and back; nothing for an unknown code.
QString toCode(Refusal refusal);
std::optional<Refusal> refusalFromCode(const QString &code);
/// The stable name of an error code, for logs and `--json`.
QString toCode(ErrorCode code);

} // namespace kessai
