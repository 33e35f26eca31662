## The start screen
start-line = Drop your usage files.
    .between = { " " }
    .rest = See which customers need you.
start-lead = Hundreds of thousands of accounts, scored, sorted into levels and explained. Here, in this browser.
start-continue = { $n ->
    [one] Go on: { $n } account as of { $date }
   *[other] Go on: { $n } accounts as of { $date }
}
start-files = Your own files
start-files-line = CSV or TSV with one row per account. One file is one week; drop several to see who moved.
start-choose = Choose files
start-sample = A sample
start-sample-line = Twelve weeks of a made-up software company, to look around first.
start-sample-small = Try { $n } accounts
start-sample-large = or { $n }
start-card = A scorecard first
start-card-line = Start from a template such as DEAR and decide what health means before the data is there.
start-card-go = Choose a template
start-canvas-go = Start with a canvas
start-private = Nothing leaves this computer.
start-private-check = How to check
picture-level-1 = needs you now
picture-level-2 = at risk
picture-level-3 = on track
picture-level-4 = thriving

## Nothing leaves this computer
privacy-title = Nothing leaves this computer
privacy-lead = Your files are read, stored and worked on by this page, in this browser. There is no server behind it that could receive them, no account to sign in to, and nothing that counts visits. You need not take our word for it.
privacy-now = Since you opened this page
privacy-requests = { $all ->
    [one] The browser fetched { $all } file,
   *[other] The browser fetched { $all } files,
} { $foreign ->
    [0] all of them parts of Sodachi itself from { $origin }. None went anywhere else.
    [one] { $foreign } of them from somewhere other than { $origin }. Sodachi does not do that; a browser extension may.
   *[other] { $foreign } of them from somewhere other than { $origin }. Sodachi does not do that; browser extensions may.
}
privacy-again = Count again
privacy-see = See for yourself
privacy-see-open = Open the browser’s developer tools (F12, or ⌥⌘I on a Mac) and choose “Network”.
privacy-see-drop = Drop a file on this window, score it, export it.
privacy-see-look = Look at the list: no request appears that carries your data, because there is none.
privacy-see-offline = Or unplug the network: everything goes on working.
privacy-offline = Without a network
    .kept = The program is kept in this browser: this page opens and works without a network. To check, unplug the network and reload the page: it comes back with your data.
    .open = The program is not kept in this browser: as long as this page stays open it works without a network, but it needs one to open again. It is kept some seconds after the first visit, over a secure address (https) and outside of private windows; then “Count again” shows it here.
    .what = What is kept are the program’s own files, from this site’s address only. With a network, opening the page asks there for a newer version and nothing else.
privacy-policy = What the browser allows this page
privacy-policy-line = These rules are in the page itself, and the browser enforces them on it: whatever its code may try, connections go to this site’s own address only. The engine, which runs beside the page, comes from the same address; the list of requests shows what it asks for, too.
privacy-where = Where your data lies, and how to delete it
privacy-where-line = In this browser’s own database on this computer (IndexedDB), under this site’s address. Other sites cannot read it. Someone who uses the same browser profile can.
privacy-where-delete = Deleting this site’s data in the browser’s settings removes all of it at once. Deleting a snapshot under Data removes that snapshot.
privacy-back = Back to the start
