## workspace: saving, tabs, list of workspaces, storage

saved-saved = Saved
    .hint = Every change is in this browser’s database.
saved-saving = Saving…
saved-opening = Opening…
saved-following = Read only
saved-not = Not saved
saved-load-again = Load again
saved-data-missing = Data not loaded
saved-failed = { $count ->
    [one] 1 change not saved
   *[other] { $count } changes not saved
}
saved-retry = Try again

workspace-name = Workspace name
workspace-untitled = Untitled workspace
workspace-following = This workspace is being edited in another tab. You see its changes here as they are saved.
workspace-take-over = Edit here instead
workspace-refused = Not changed: this workspace is open for editing in another tab. Take over there first.
workspace-left-over = { $count ->
    [one] 1 change could not be kept in the workspace. It is set aside for you.
   *[other] { $count } changes could not be kept in the workspace. They are set aside for you.
}
workspace-left-over-download = Download them
workspace-left-over-forget = Discard
workspace-reload = Load the page again
workspace-newer = This workspace was written by a newer version of Sodachi. Load the page again to get that version; nothing has been changed.
workspace-unreadable = This workspace cannot be read; nothing has been changed. Reason: { $reason }

storage-quota = The browser has no room left for this site. Delete a snapshot or a workspace you no longer need, or free disk space, then try again.
storage-blocked = Another tab runs an older version of Sodachi. Close it, then load this page again.
storage-too-new = A newer version of Sodachi is open in another tab. Load this page again.
storage-conflict = Another tab has changed this workspace in the meantime.
storage-closed = The browser has closed the database, perhaps because site data was cleared. Load the page again.
storage-missing = This workspace no longer exists in this browser.
storage-other = The browser’s database refused: { $reason }

workspace-sample-name = Sample
workspace-sample-apart = The sample has a workspace of its own. Yours is unchanged; open it again from the list of workspaces.
workspace-snapshots-damaged = Snapshots that cannot be read: { $count }. All the others can be used. The Data screen says more.
workspaces-heading = Workspaces
workspace-new = New workspace
workspaces-name-field = Name of the workspace
workspace-rename = Rename “{ $name }”
workspace-rename-do = Rename
workspace-delete = Delete “{ $name }”
workspace-delete-sure = Delete “{ $name }” with all its snapshots and scorecards? This cannot be undone.
workspace-delete-do = Delete for good
workspace-cancel = Cancel
workspace-accounts = { $count ->
    [one] 1 account
   *[other] { $count } accounts
}
workspace-is-open = open here
workspace-open-elsewhere = Not done: the workspace is open in another tab. Close it there first.

storage-heading = Storage
storage-room = { $used } used of { $quota } available
storage-room-label = Storage used by Sodachi in this browser
storage-persisted = The browser will not clear this data by itself.
storage-not-persisted = The browser may clear this data when the disk runs full. Keep a file of the workspace, or ask the browser to keep the data.
storage-persist = Ask the browser to keep it
workspace-save-file = Save workspace to a file
workspace-read-file = Open a workspace file
workspace-file-saved = Saved as { $file }. It holds the whole workspace and opens on any computer.
workspace-file-saved-without = Saved as { $file }, but not everything is in it. Snapshots: { $snapshots ->
    [none] all
   *[other] all but { $snapshots } that cannot be read
}. Named versions: { $versions ->
    [none] all
    [all] none, as the browser’s database cannot be read
   *[other] all but { $versions } that cannot be read, or the oldest where there is no room for all
}. Everything else is in the file.
history-full = There are 100 named versions: this one was not kept.
history-full-action = Delete one that is not needed any more.
