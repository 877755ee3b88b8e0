// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/officetest.h"

#include <QEventLoop>
#include <QInputMethodEvent>
#include <QTest>
#include <QTimer>

namespace kessai::test {

namespace {

constexpr qint64 kFrameMs = 16;
constexpr int kSettleMs = 10'000;

} // namespace

LoopWatch::LoopWatch(QObject *parent) : QObject(parent)
{
    m_since.start();
    startTimer(0);
}

void LoopWatch::timerEvent(QTimerEvent *)
{
    const qint64 turn = m_since.restart();
    m_longest = std::max(m_longest, turn);
    m_slow += turn > kFrameMs ? 1 : 0;
}

void OfficeTest::SetUp()
{
    m_homeBefore = qgetenv("HOME");
    qputenv("HOME", home.path().toLocal8Bit());
    theme.apply({ThemeChoice::Light, FontChoice::Standard, 100});
}

void OfficeTest::TearDown()
{
    office.release();
    desk.close();
    closeWindows();
    qputenv("HOME", m_homeBefore);
    EXPECT_FALSE(office.askedOnGuiThread()) << "the window must never wait for the office";
}

void OfficeTest::closeWindows()
{
    while (!m_made.empty()) {
        // A window is closed before it goes, and while it is whole its fields hear that they lose the focus.
        if (auto *widget = qobject_cast<QWidget *>(m_made.back().get()))
            widget->close();
        m_made.pop_back();
    }
    session.reset();
    m_earlier.clear();
}

DeskSession &OfficeTest::signIn(StaffId who)
{
    auto info = desk.start([this, who] { return office.desk(who); });
    EXPECT_TRUE(wait([&info] { return info.isFinished(); }));
    m_earlier.push_back(std::move(session));
    session = std::make_unique<DeskSession>(desk, info.result().value(), keptBooks(who));
    return *session;
}

std::unique_ptr<KeptBooks> OfficeTest::keptBooks(StaffId who)
{
    return std::make_unique<KeptBooks>(KeptBooks::Place{&keyring, home.filePath(QStringLiteral("offline")), keptLimit},
                                       KeptBooks::ownerOf(QStringLiteral("memory"), QString::number(who.value())));
}

bool OfficeTest::wait(const std::function<bool()> &done, int milliseconds)
{
    return QTest::qWaitFor(done, milliseconds);
}

void OfficeTest::settle()
{
    // An answer may lead to a question, and that to another.
    for (int i = 0; i < 4; ++i) {
        QEventLoop loop;
        QTimer::singleShot(kSettleMs, &loop, [&loop] { loop.exit(1); });
        desk.run([&loop](Desk &) {
            QMetaObject::invokeMethod(&loop, &QEventLoop::quit, Qt::QueuedConnection);
            return Result<>();
        });
        ASSERT_EQ(loop.exec(), 0) << "the desk does not answer";
    }
}

void OfficeTest::show(QWidget &window, const QSize &size)
{
    window.resize(size);
    window.show();
    window.activateWindow();
    EXPECT_TRUE(QTest::qWaitForWindowActive(&window));
}

void OfficeTest::type(QWidget *into, const QString &text)
{
    QInputMethodEvent committed;
    committed.setCommitString(text);
    QApplication::sendEvent(into, &committed);
}

} // namespace kessai::test
