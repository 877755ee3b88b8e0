// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/errortext.h"

#include "core/accounting/budget.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <array>

namespace kessai {

namespace {

QString say(const char *text)
{
    return QCoreApplication::translate("kessai::ErrorText", text);
}

ErrorText text(const char *what, const char *next)
{
    return {say(what), *next ? say(next) : QString()};
}

} // namespace

QString ErrorText::both() const
{
    //: A sentence and the one after it.
    return next.isEmpty() ? what : QCoreApplication::translate("kessai::ErrorText", "%1 %2").arg(what, next);
}

ErrorText refusalText(Refusal refusal)
{
    switch (refusal) {
    case Refusal::NotYourTurn:
        return text(QT_TRANSLATE_NOOP("kessai::ErrorText", "It is not your turn on this case."),
                    QT_TRANSLATE_NOOP("kessai::ErrorText", "The list has been brought up to date."));
    case Refusal::OwnCase:
        return text(QT_TRANSLATE_NOOP("kessai::ErrorText", "Nobody decides a request they filed themselves."), "");
    case Refusal::NotDrafter:
        return text(QT_TRANSLATE_NOOP("kessai::ErrorText", "Only the person who filed this case can do that."), "");
    case Refusal::AlreadyDecided:
        return text(QT_TRANSLATE_NOOP("kessai::ErrorText", "This case is decided and does not change any more."),
                    QT_TRANSLATE_NOOP("kessai::ErrorText", "To change it, file a new request that refers to it."));
    case Refusal::AlreadyActed:
        return text(QT_TRANSLATE_NOOP("kessai::ErrorText", "Somebody has already acted on this case."),
                    QT_TRANSLATE_NOOP("kessai::ErrorText", "Nothing more is needed from you."));
    case Refusal::WrongState:
        return text(QT_TRANSLATE_NOOP("kessai::ErrorText", "In its present state the case does not allow this."), "");
    case Refusal::AlreadyMoved:
        return text(
            QT_TRANSLATE_NOOP("kessai::ErrorText", "An approver has already acted, so it cannot be taken back."),
            QT_TRANSLATE_NOOP("kessai::ErrorText", "You can still cancel the case until it is decided."));
    case Refusal::ReasonMissing:
        return text(QT_TRANSLATE_NOOP("kessai::ErrorText", "A reason is needed."),
                    QT_TRANSLATE_NOOP("kessai::ErrorText", "Write it in the comment box and try again."));
    case Refusal::NoSuchStep:
        return text(QT_TRANSLATE_NOOP("kessai::ErrorText", "The case cannot be returned to that step."), "");
    case Refusal::NoDecider:
        return text(QT_TRANSLATE_NOOP("kessai::ErrorText", "Nobody could be found who may decide this."),
                    QT_TRANSLATE_NOOP("kessai::ErrorText", "Ask the administrator to check the route rule."));
    case Refusal::EmptyStep:
        return text(QT_TRANSLATE_NOOP("kessai::ErrorText", "A step of the route has nobody to ask."),
                    QT_TRANSLATE_NOOP("kessai::ErrorText", "Ask the administrator to fill the vacant post."));
    case Refusal::UnknownStaff:
        return text(QT_TRANSLATE_NOOP("kessai::ErrorText", "You hold no post in this office today."),
                    QT_TRANSLATE_NOOP("kessai::ErrorText", "Ask the administrator to check your appointment."));
    case Refusal::OrderedCannotReject:
        return text(QT_TRANSLATE_NOOP("kessai::ErrorText", "Whoever examines what was ordered does not reject it."),
                    QT_TRANSLATE_NOOP("kessai::ErrorText", "Return it with your reasons instead."));
    case Refusal::OrderStands:
        return text(
            QT_TRANSLATE_NOOP("kessai::ErrorText", "It is ordered and being examined, so it cannot be taken back."),
            QT_TRANSLATE_NOOP("kessai::ErrorText", "Ask whoever examines it to return it; once decided, cancel it."));
    case Refusal::ConsultCannotReject:
        return text(QT_TRANSLATE_NOOP("kessai::ErrorText", "A consulted section does not reject a case."),
                    QT_TRANSLATE_NOOP("kessai::ErrorText", "Return it with your objection instead."));
    case Refusal::Stale:
        return text(QT_TRANSLATE_NOOP("kessai::ErrorText", "The case has moved on since you opened it."),
                    QT_TRANSLATE_NOOP("kessai::ErrorText", "It is shown again as it is now; what you typed is kept."));
    case Refusal::Damaged:
        return text(QT_TRANSLATE_NOOP("kessai::ErrorText",
                                      "This record does not match its own history, so nobody can act on it."),
                    QT_TRANSLATE_NOOP("kessai::ErrorText", "Tell the administrator its number."));
    case Refusal::TooManyAttachments:
        return text(QT_TRANSLATE_NOOP("kessai::ErrorText", "There are too many attachments."),
                    QT_TRANSLATE_NOOP("kessai::ErrorText", "Combine some of them into one file."));
    case Refusal::ContentInvalid:
        return text(QT_TRANSLATE_NOOP("kessai::ErrorText", "The form still has entries to correct."),
                    QT_TRANSLATE_NOOP("kessai::ErrorText", "They are marked in red."));
    case Refusal::OthersFirst:
        return text(
            QT_TRANSLATE_NOOP("kessai::ErrorText", "A consultation or examination is still missing."),
            QT_TRANSLATE_NOOP("kessai::ErrorText", "Only reviews of the own line can be passed over; wait for it."));
    case Refusal::DeciderOnly:
        return text(
            QT_TRANSLATE_NOOP("kessai::ErrorText", "An important or disputed case is decided by its decider alone."),
            QT_TRANSLATE_NOOP("kessai::ErrorText", "It waits, or a superior takes it over."));
    case Refusal::NoStandIn:
        return text(
            QT_TRANSLATE_NOOP("kessai::ErrorText", "The decider is there today, or another stand-in comes before you."),
            QT_TRANSLATE_NOOP("kessai::ErrorText", "The list has been brought up to date."));
    case Refusal::RemindedBefore:
        return text(QT_TRANSLATE_NOOP("kessai::ErrorText", "You reminded of this case only a short time ago."),
                    QT_TRANSLATE_NOOP("kessai::ErrorText", "Wait a while before you remind again."));
    case Refusal::PeriodInvalid:
        return text(QT_TRANSLATE_NOOP("kessai::ErrorText", "These days cannot be registered."),
                    QT_TRANSLATE_NOOP("kessai::ErrorText",
                                      "A period begins today at the earliest, does not end before it begins, and is "
                                      "only ever made shorter."));
    case Refusal::SelfAppointed:
        return text(
            QT_TRANSLATE_NOOP("kessai::ErrorText", "Nobody registers themselves in somebody else's place."),
            QT_TRANSLATE_NOOP("kessai::ErrorText",
                              "Another administrator does it; absences and deputies also the person concerned."));
    case Refusal::NotCancellable:
        return text(QT_TRANSLATE_NOOP("kessai::ErrorText", "This case cannot be cancelled."),
                    QT_TRANSLATE_NOOP(
                        "kessai::ErrorText",
                        "Only a decided case that you filed yourself, that cancels none and was not paid can be. What "
                        "was paid is given back by the form for refunds and corrections."));
    case Refusal::CancelledBefore:
        return text(QT_TRANSLATE_NOOP("kessai::ErrorText", "The case is cancelled already, or is being cancelled."),
                    QT_TRANSLATE_NOOP("kessai::ErrorText", "Look at the case that cancels it."));
    case Refusal::FilerAsked:
        return text(
            QT_TRANSLATE_NOOP("kessai::ErrorText",
                              "This request would come before you, so you cannot file it for a colleague."),
            QT_TRANSLATE_NOOP("kessai::ErrorText", "The colleague files it, or another clerk of the section does."));
    case Refusal::DecidedHigher:
        return text(QT_TRANSLATE_NOOP("kessai::ErrorText", "What this cancels was decided higher up."),
                    QT_TRANSLATE_NOOP("kessai::ErrorText", "Put it before your superior."));
    case Refusal::GoesInCircles:
        return text(QT_TRANSLATE_NOOP("kessai::ErrorText", "The work of this post would come back to itself."),
                    QT_TRANSLATE_NOOP("kessai::ErrorText", "Choose a post that exists and does not lead back."));
    case Refusal::MonthClosed:
        return text(QT_TRANSLATE_NOOP("kessai::ErrorText", "The overtime of this month is closed."),
                    QT_TRANSLATE_NOOP("kessai::ErrorText", "Ask personnel to open the month again."));
    case Refusal::PartTaken:
        return text(QT_TRANSLATE_NOOP(
                        "kessai::ErrorText",
                        "Drafting, inspecting, ordering and examining a payment are for different people, and you have "
                        "had another part in this one."),
                    QT_TRANSLATE_NOOP("kessai::ErrorText", "Somebody else has to do it."));
    case Refusal::NotPayable:
        return text(
            QT_TRANSLATE_NOOP("kessai::ErrorText", "One of these payments is made already, or may not be made now."),
            QT_TRANSLATE_NOOP("kessai::ErrorText", "Read the list again: it shows what stays out and why."));
    case Refusal::OverBudget:
        return text(QT_TRANSLATE_NOOP("kessai::ErrorText", "There is not enough money left for this."),
                    QT_TRANSLATE_NOOP("kessai::ErrorText",
                                      "Lower the amount, take another line, or ask for a transfer or an allotment."));
    case Refusal::ReferenceInvalid:
        return text(QT_TRANSLATE_NOOP("kessai::ErrorText", "The commitment this rests on is not as this case says."),
                    QT_TRANSLATE_NOOP("kessai::ErrorText",
                                      "It may have been cancelled since it was chosen. Choose the commitment again."));
    case Refusal::NotInspected:
        return text(
            QT_TRANSLATE_NOOP("kessai::ErrorText",
                              "There is no decided inspection report that passed, by this inspector on this day."),
            QT_TRANSLATE_NOOP("kessai::ErrorText",
                              "Have the inspector file the report; once it is decided, the payment can be sent."));
    case Refusal::OtherChange:
        return text(
            QT_TRANSLATE_NOOP("kessai::ErrorText", "Another change of this commitment runs, or stands."),
            QT_TRANSLATE_NOOP("kessai::ErrorText",
                              "Wait until the other change is decided; before a cancellation, cancel it first."));
    case Refusal::Attended:
        return text(QT_TRANSLATE_NOOP("kessai::ErrorText", "Somebody is there to act on what waits."),
                    QT_TRANSLATE_NOOP("kessai::ErrorText",
                                      "Only what waits for nobody is addressed to another post: the post is vacant, or "
                                      "everybody there left or is away for long (by a number of the office) without a "
                                      "deputy. What you registered of others yourself does not count."));
    case Refusal::TooManyEntries:
        return text(QT_TRANSLATE_NOOP("kessai::ErrorText", "So many entries are registered that no more are taken."),
                    QT_TRANSLATE_NOOP("kessai::ErrorText", "End what is not needed, or go on tomorrow."));
    }
    return {};
}

namespace {

/// How much is missing, and where.
ErrorText shortageText(const Shortage &shortage)
{
    const bool line = shortage.account.startsWith(kBudgetAccount);
    const QString what = line
        ? QCoreApplication::translate("kessai::ErrorText", "The budget line %1 lacks %2 yen for this.")
        : QCoreApplication::translate("kessai::ErrorText", "This is %1 yen more than is left of the commitment.");
    const QString account = shortage.account.section(QLatin1Char(':'), -1);
    const QString yen = QLocale(QLocale::Japanese).toString(shortage.missing);
    return {line ? what.arg(account, yen) : what.arg(yen), refusalText(Refusal::OverBudget).next};
}

} // namespace

ErrorText rerouteText(const Error &error)
{
    struct Words {
        Refusal refusal;
        const char *what;
        const char *next;
    };
    static constexpr const char *kAnotherPost = QT_TRANSLATE_NOOP("kessai::ErrorText", "Choose another post.");
    static constexpr const char *kOrAnother =
        QT_TRANSLATE_NOOP("kessai::ErrorText", "Choose another post, or ask another administrator.");
    static constexpr std::array kWords{
        Words{Refusal::PartTaken,
              QT_TRANSLATE_NOOP("kessai::ErrorText",
                                "You have a part in this case, or everybody at that post has another one in it."),
              kOrAnother},
        Words{Refusal::SelfAppointed,
              QT_TRANSLATE_NOOP("kessai::ErrorText",
                                "Nobody addresses a case to themselves, or to somebody in whose place they may act."),
              kOrAnother},
        Words{Refusal::OwnCase,
              QT_TRANSLATE_NOOP("kessai::ErrorText", "It would wait for whoever filed it, or you filed it."),
              kOrAnother},
        Words{Refusal::EmptyStep, QT_TRANSLATE_NOOP("kessai::ErrorText", "At that post nobody is there either."),
              kAnotherPost},
        Words{Refusal::NoDecider,
              QT_TRANSLATE_NOOP("kessai::ErrorText", "A decision goes to a superior of its decider only."),
              kAnotherPost},
        Words{Refusal::NoSuchStep, QT_TRANSLATE_NOOP("kessai::ErrorText", "What waits does not belong to that post."),
              kAnotherPost}};
    const auto words =
        std::find_if(kWords.begin(), kWords.end(), [&](const Words &one) { return error.refusal == one.refusal; });
    return words == kWords.end() ? errorText(error) : text(words->what, words->next);
}

ErrorText errorText(const Error &error)
{
    if (error.refusal == Refusal::OverBudget) {
        if (const auto shortage = shortageFrom(error.detail))
            return shortageText(*shortage);
    }
    switch (error.code) {
    case ErrorCode::Refused:
        return error.refusal ? refusalText(*error.refusal)
                             : text(QT_TRANSLATE_NOOP("kessai::ErrorText", "The office refused this."), "");
    case ErrorCode::ConnectionLost:
        return text(QT_TRANSLATE_NOOP("kessai::ErrorText", "The connection to the office is lost."),
                    QT_TRANSLATE_NOOP("kessai::ErrorText", "It is being restored; what you typed is kept."));
    case ErrorCode::Unreachable:
        return text(QT_TRANSLATE_NOOP("kessai::ErrorText", "The office's server cannot be reached."),
                    QT_TRANSLATE_NOOP("kessai::ErrorText", "Check the network and the server's name."));
    case ErrorCode::SignInRejected:
        return text(QT_TRANSLATE_NOOP("kessai::ErrorText", "The name or the password is not right."),
                    QT_TRANSLATE_NOOP("kessai::ErrorText", "Type them again."));
    case ErrorCode::AccessDenied:
        return text(QT_TRANSLATE_NOOP("kessai::ErrorText", "You have no right to see or do this."), "");
    case ErrorCode::NotFound:
        return text(QT_TRANSLATE_NOOP("kessai::ErrorText", "It was not found, or you may not see it."), "");
    case ErrorCode::AlreadyExists: return text(QT_TRANSLATE_NOOP("kessai::ErrorText", "It is there already."), "");
    case ErrorCode::Damaged:
        return text(QT_TRANSLATE_NOOP("kessai::ErrorText", "The stored data does not match its seal."),
                    QT_TRANSLATE_NOOP("kessai::ErrorText", "Tell the administrator its number."));
    case ErrorCode::Invalid:
        return text(QT_TRANSLATE_NOOP("kessai::ErrorText", "The entry could not be understood."), "");
    case ErrorCode::Busy:
        return text(QT_TRANSLATE_NOOP("kessai::ErrorText", "The office is busy."),
                    QT_TRANSLATE_NOOP("kessai::ErrorText", "Try again in a moment."));
    case ErrorCode::Cancelled: return text(QT_TRANSLATE_NOOP("kessai::ErrorText", "It was cancelled."), "");
    case ErrorCode::OutcomeUnknown:
        return text(QT_TRANSLATE_NOOP("kessai::ErrorText", "The connection broke while this was being recorded."),
                    QT_TRANSLATE_NOOP("kessai::ErrorText", "Try again: it will not be recorded twice."));
    case ErrorCode::StorageFull:
        return text(QT_TRANSLATE_NOOP("kessai::ErrorText", "The storage is full; nothing was changed."),
                    QT_TRANSLATE_NOOP("kessai::ErrorText", "Tell the administrator."));
    case ErrorCode::FileUnreadable:
        return text(QT_TRANSLATE_NOOP("kessai::ErrorText", "The file could not be read."),
                    QT_TRANSLATE_NOOP("kessai::ErrorText", "Close it in other programs and try again."));
    case ErrorCode::TooLarge:
        return text(QT_TRANSLATE_NOOP("kessai::ErrorText", "The file is larger than 100 MB."),
                    QT_TRANSLATE_NOOP("kessai::ErrorText", "Make it smaller or split it."));
    case ErrorCode::NetworkShare:
        return text(QT_TRANSLATE_NOOP("kessai::ErrorText", "A trial office cannot lie on a network share."),
                    QT_TRANSLATE_NOOP("kessai::ErrorText", "Copy it to this computer's own disk."));
    case ErrorCode::ClientTooOld:
        return text(QT_TRANSLATE_NOOP("kessai::ErrorText", "The office needs a newer version of this program."),
                    QT_TRANSLATE_NOOP("kessai::ErrorText", "Ask the administrator for the update."));
    case ErrorCode::DatabaseTooOld:
        return text(QT_TRANSLATE_NOOP("kessai::ErrorText", "The office's database is older than this program."),
                    QT_TRANSLATE_NOOP("kessai::ErrorText", "Ask the administrator to bring it up to date."));
    case ErrorCode::NotADatabase:
        return text(QT_TRANSLATE_NOOP("kessai::ErrorText", "That file is not an office."),
                    QT_TRANSLATE_NOOP("kessai::ErrorText", "Choose another file, or make one with kessai-admin."));
    case ErrorCode::Internal: break;
    }
    return text(QT_TRANSLATE_NOOP("kessai::ErrorText", "Something unexpected happened; nothing was changed."),
                QT_TRANSLATE_NOOP("kessai::ErrorText", "Try again; if it happens again, tell the administrator."));
}

} // namespace kessai
