// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pdf/failuretext.h"

#include <QCoreApplication>

namespace kessai {

namespace {

/// Gives the translations their context.
struct RenderFailureText {
    Q_DECLARE_TR_FUNCTIONS(kessai::RenderFailureText)
};

} // namespace

FailureText documentFailureText(RenderFailure failure)
{
    switch (failure) {
    case RenderFailure::None: return {};
    case RenderFailure::Encrypted:
        return {RenderFailureText::tr("This file is protected by a password"),
                RenderFailureText::tr("Enter the password to view it here.")};
    case RenderFailure::Broken:
        return {RenderFailureText::tr("This file is broken"),
                RenderFailureText::tr(
                    "It ends too early or is not what its name says. Ask whoever attached it for a good copy.")};
    case RenderFailure::TooLarge:
        return {RenderFailureText::tr("This file is too large to be shown here"),
                RenderFailureText::tr("Save a copy and open it with another program.")};
    case RenderFailure::TimedOut:
        return {RenderFailureText::tr("Opening this file took too long"),
                RenderFailureText::tr(
                    "It was stopped so that nothing else has to wait. It may be damaged or made to do harm.")};
    case RenderFailure::Crashed:
        return {RenderFailureText::tr("This file cannot be shown"),
                RenderFailureText::tr(
                    "Drawing it failed twice. Nothing else was affected. It may be damaged or made to do harm.")};
    case RenderFailure::Unsupported:
        return {RenderFailureText::tr("This kind of file cannot be shown here"),
                RenderFailureText::tr(
                    "PDF files and images are shown. Save a copy and open it with the program it was made with.")};
    case RenderFailure::NotAvailable:
        return {RenderFailureText::tr("The viewer could not be started"),
                RenderFailureText::tr("The program kessai-render is missing or cannot protect itself on this computer. "
                                      "Tell your administrator.")};
    }
    return {};
}

FailureText pageFailureText(RenderFailure failure)
{
    switch (failure) {
    case RenderFailure::None: return {};
    case RenderFailure::TooLarge:
        return {RenderFailureText::tr("This page is too large to be shown"),
                RenderFailureText::tr("Save a copy of the file and open it with another program.")};
    case RenderFailure::TimedOut:
        return {RenderFailureText::tr("Drawing this page took too long"),
                RenderFailureText::tr("It was stopped. Click here or press Enter to try again with more time.")};
    case RenderFailure::Crashed:
        return {RenderFailureText::tr("This page cannot be shown"),
                RenderFailureText::tr("Drawing it failed twice. Click here or press Enter to try again.")};
    case RenderFailure::Encrypted:
    case RenderFailure::Broken:
    case RenderFailure::Unsupported:
    case RenderFailure::NotAvailable:
        return {RenderFailureText::tr("This page cannot be shown"), RenderFailureText::tr("It is broken in the file.")};
    }
    return {};
}

bool canRetry(RenderFailure failure)
{
    switch (failure) {
    case RenderFailure::TimedOut:
    case RenderFailure::Crashed:
    case RenderFailure::NotAvailable: return true;
    case RenderFailure::None:
    case RenderFailure::Encrypted:
    case RenderFailure::Broken:
    case RenderFailure::TooLarge:
    case RenderFailure::Unsupported: return false;
    }
    return false;
}

} // namespace kessai
