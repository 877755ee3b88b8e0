// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"

namespace kessai {

namespace {

constexpr Refusal kRefusals[] = {
    Refusal::NotYourTurn,         Refusal::OwnCase,         Refusal::NotDrafter,
    Refusal::AlreadyDecided,      Refusal::AlreadyActed,    Refusal::WrongState,
    Refusal::AlreadyMoved,        Refusal::ReasonMissing,   Refusal::NoSuchStep,
    Refusal::NoDecider,           Refusal::EmptyStep,       Refusal::UnknownStaff,
    Refusal::ConsultCannotReject, Refusal::Stale,           Refusal::Damaged,
    Refusal::TooManyAttachments,  Refusal::ContentInvalid,  Refusal::OthersFirst,
    Refusal::DeciderOnly,         Refusal::NoStandIn,       Refusal::RemindedBefore,
    Refusal::PeriodInvalid,       Refusal::SelfAppointed,   Refusal::GoesInCircles,
    Refusal::NotCancellable,      Refusal::CancelledBefore, Refusal::DecidedHigher,
    Refusal::MonthClosed,         Refusal::FilerAsked,      Refusal::PartTaken,
    Refusal::NotPayable,          Refusal::OverBudget,      Refusal::TooManyEntries,
    Refusal::ReferenceInvalid,    Refusal::OtherChange,     Refusal::OrderedCannotReject,
    Refusal::OrderStands,         Refusal::NotInspected,    Refusal::Attended,
};

} // namespace

QString toCode(Refusal refusal)
{
    switch (refusal) {
    case Refusal::NotYourTurn: return QStringLiteral("NotYourTurn");
    case Refusal::OwnCase: return QStringLiteral("OwnCase");
    case Refusal::NotDrafter: return QStringLiteral("NotDrafter");
    case Refusal::AlreadyDecided: return QStringLiteral("AlreadyDecided");
    case Refusal::AlreadyActed: return QStringLiteral("AlreadyActed");
    case Refusal::WrongState: return QStringLiteral("WrongState");
    case Refusal::AlreadyMoved: return QStringLiteral("AlreadyMoved");
    case Refusal::ReasonMissing: return QStringLiteral("ReasonMissing");
    case Refusal::NoSuchStep: return QStringLiteral("NoSuchStep");
    case Refusal::NoDecider: return QStringLiteral("NoDecider");
    case Refusal::EmptyStep: return QStringLiteral("EmptyStep");
    case Refusal::UnknownStaff: return QStringLiteral("UnknownStaff");
    case Refusal::OrderedCannotReject: return QStringLiteral("OrderedCannotReject");
    case Refusal::OrderStands: return QStringLiteral("OrderStands");
    case Refusal::ConsultCannotReject: return QStringLiteral("ConsultCannotReject");
    case Refusal::Stale: return QStringLiteral("Stale");
    case Refusal::Damaged: return QStringLiteral("Damaged");
    case Refusal::TooManyAttachments: return QStringLiteral("TooManyAttachments");
    case Refusal::ContentInvalid: return QStringLiteral("ContentInvalid");
    case Refusal::OthersFirst: return QStringLiteral("OthersFirst");
    case Refusal::DeciderOnly: return QStringLiteral("DeciderOnly");
    case Refusal::NoStandIn: return QStringLiteral("NoStandIn");
    case Refusal::RemindedBefore: return QStringLiteral("RemindedBefore");
    case Refusal::PeriodInvalid: return QStringLiteral("PeriodInvalid");
    case Refusal::SelfAppointed: return QStringLiteral("SelfAppointed");
    case Refusal::GoesInCircles: return QStringLiteral("GoesInCircles");
    case Refusal::NotCancellable: return QStringLiteral("NotCancellable");
    case Refusal::CancelledBefore: return QStringLiteral("CancelledBefore");
    case Refusal::FilerAsked: return QStringLiteral("FilerAsked");
    case Refusal::DecidedHigher: return QStringLiteral("DecidedHigher");
    case Refusal::MonthClosed: return QStringLiteral("MonthClosed");
    case Refusal::PartTaken: return QStringLiteral("PartTaken");
    case Refusal::NotPayable: return QStringLiteral("NotPayable");
    case Refusal::OverBudget: return QStringLiteral("OverBudget");
    case Refusal::ReferenceInvalid: return QStringLiteral("ReferenceInvalid");
    case Refusal::OtherChange: return QStringLiteral("OtherChange");
    case Refusal::NotInspected: return QStringLiteral("NotInspected");
    case Refusal::Attended: return QStringLiteral("Attended");
    case Refusal::TooManyEntries: return QStringLiteral("TooManyEntries");
    }
    return {};
}

std::optional<Refusal> refusalFromCode(const QString &code)
{
    for (const Refusal refusal : kRefusals) {
        if (toCode(refusal) == code)
            return refusal;
    }
    return std::nullopt;
}

QString toCode(ErrorCode code)
{
    switch (code) {
    case ErrorCode::Refused: return QStringLiteral("Refused");
    case ErrorCode::ConnectionLost: return QStringLiteral("ConnectionLost");
    case ErrorCode::Unreachable: return QStringLiteral("Unreachable");
    case ErrorCode::SignInRejected: return QStringLiteral("SignInRejected");
    case ErrorCode::AccessDenied: return QStringLiteral("AccessDenied");
    case ErrorCode::NotFound: return QStringLiteral("NotFound");
    case ErrorCode::AlreadyExists: return QStringLiteral("AlreadyExists");
    case ErrorCode::Damaged: return QStringLiteral("Damaged");
    case ErrorCode::Invalid: return QStringLiteral("Invalid");
    case ErrorCode::Busy: return QStringLiteral("Busy");
    case ErrorCode::Cancelled: return QStringLiteral("Cancelled");
    case ErrorCode::OutcomeUnknown: return QStringLiteral("OutcomeUnknown");
    case ErrorCode::StorageFull: return QStringLiteral("StorageFull");
    case ErrorCode::FileUnreadable: return QStringLiteral("FileUnreadable");
    case ErrorCode::TooLarge: return QStringLiteral("TooLarge");
    case ErrorCode::NetworkShare: return QStringLiteral("NetworkShare");
    case ErrorCode::ClientTooOld: return QStringLiteral("ClientTooOld");
    case ErrorCode::DatabaseTooOld: return QStringLiteral("DatabaseTooOld");
    case ErrorCode::NotADatabase: return QStringLiteral("NotADatabase");
    case ErrorCode::Internal: return QStringLiteral("Internal");
    }
    return {};
}

} // namespace kessai
